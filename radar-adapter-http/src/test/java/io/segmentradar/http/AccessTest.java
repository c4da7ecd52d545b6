package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.access.AccessControl;
import io.segmentradar.http.access.AccessException;
import io.segmentradar.http.access.KeyHash;
import io.segmentradar.http.api.RadarServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final RadarRun RUN = RadarRuns.run();
    private static final Map<String, String> KEYS = new HashMap<>();

    @TempDir
    static Path directory;

    private static RadarHttpServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        StringBuilder yaml = new StringBuilder("keys:\n");
        key(yaml, "vera", "viewer", "");
        key(yaml, "max", "manager", ", scope: {province: [서울]}");
        key(yaml, "lost", "manager", ", scope: {planet: [Mars]}");
        key(yaml, "ana", "analyst", "");
        key(yaml, "root_1", "admin", "");
        Path auth = directory.resolve("auth.yaml");
        Files.writeString(auth, yaml);
        server = RadarHttpServer.start(
                new HttpSettings("127.0.0.1", 0, Optional.of(auth)), RadarServices.readOnly(RadarQueries.of(RUN)));
        api = new ApiClient(server);
    }

    private static void key(StringBuilder yaml, String name, String role, String more) {
        String key = AccessControl.newKey(name);
        KEYS.put(name, key);
        yaml.append("  - {name: " + name + ", role: " + role + ", hash: '" + KeyHash.of(key, KeyHash.FEWEST_ITERATIONS)
                + "'" + more + "}\n");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String[] as(String name) {
        return new String[] {"Authorization", "Bearer " + KEYS.get(name)};
    }

    @Test
    void withoutAKeyOnlyLivenessAnswers() throws Exception {
        assertEquals(200, api.get("/api/health/").statusCode());
        for (String path : List.of("/api/overview/", "/api/segments", "/api/runs/", "/metrics", "/api/nowhere/")) {
            assertEquals(401, api.get(path).statusCode(), path);
        }
        String key = KEYS.get("ana");
        for (String wrong : List.of("radar_ana_00", key + "0", key.replace("ana", "max"), "x", "radar__", "")) {
            assertEquals(
                    401,
                    api.get("/api/overview/", "Authorization", "Bearer " + wrong)
                            .statusCode(),
                    wrong);
        }
        assertEquals(200, api.get("/api/overview/", as("ana")).statusCode());
    }

    @Test
    void aManagerSeesTheOwnProvinceAndNothingOfTheRest() throws Exception {
        JsonNode segments = api.json("/api/segments/?page_size=200", as("max"));
        double deposits = 0;
        for (JsonNode segment : segments.get("segments")) {
            assertEquals("서울", segment.get("province").asText());
            deposits += segment.get("deposits").asDouble();
        }
        assertEquals(18, segments.get("total_count").asInt());
        JsonNode overview = api.json("/api/overview/", as("max"));
        assertEquals(deposits, overview.get("total_deposits").asDouble(), 1e-6 * deposits);
        JsonNode next = overview.get("kpis").get("deposits").get("forecasts").get(0);
        assertEquals(deposits * 1.01, next.get("predicted_value").asDouble(), 1e-6 * deposits);
        assertFalse(next.get("lower_bound").isNull(), "one province is a forecast node of its own");

        String elsewhere = RUN.panel().index().ids().stream()
                .map(id -> id.value())
                .filter(id -> id.contains("부산"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                404,
                api.get("/api/segments/" + ApiClient.encode(elsewhere) + "/", as("max"))
                        .statusCode());
        assertEquals(
                0,
                api.json("/api/forecasts/?level=bank", as("max"))
                        .get("total_count")
                        .asInt());
        assertEquals(
                0,
                api.json("/api/forecasts/?level=industry", as("max"))
                        .get("total_count")
                        .asInt());
        assertEquals(
                18,
                api.json("/api/forecasts/?level=province", as("max"))
                        .get("total_count")
                        .asInt());
        for (JsonNode alert : api.json("/api/watchlist/?limit=200", as("max")).get("alerts")) {
            assertEquals("서울", alert.get("segment_info").get("province").asText());
        }
        assertTrue(api.json("/api/runs/", as("max"))
                .get("runs")
                .get(0)
                .get("alerts")
                .isNull());
        assertEquals(
                18,
                api.json("/api/filters/", as("max"))
                        .get("province")
                        .get(0)
                        .get("count")
                        .asInt());
    }

    @Test
    void aScopeOverAnUnknownKeyShowsNothing() throws Exception {
        assertEquals(
                0, api.json("/api/segments/", as("lost")).get("total_count").asInt());
        assertTrue(api.json("/api/overview/", as("lost")).get("total_deposits").isNull());
    }

    @Test
    void smallSegmentsAreWithheldFromViewersAlsoInTotalsByDifference() throws Exception {
        JsonNode all = api.json("/api/segments/?page_size=200", as("vera"));
        double visible = 0;
        int masked = 0;
        for (JsonNode segment : all.get("segments")) {
            if (segment.get("masked").asBoolean()) {
                masked++;
                assertTrue(segment.get("deposits").isNull());
                assertTrue(segment.get("customer_count").isNull());
            } else {
                visible += segment.get("deposits").asDouble();
            }
        }
        assertEquals(RUN.panel().segments() / 5, masked);
        JsonNode overview = api.json("/api/overview/", as("vera"));
        assertEquals(visible, overview.get("total_deposits").asDouble(), 1e-6 * visible);
        JsonNode bank = api.json("/api/forecasts/?level=bank&kpi=deposits&horizon=1", as("vera"));
        double forecasts = 0;
        JsonNode rows = api.json("/api/forecasts/?kpi=deposits&horizon=1&page_size=200", as("vera"));
        for (JsonNode row : rows.get("forecasts")) {
            forecasts += row.get("predicted_value").asDouble();
        }
        assertEquals(
                forecasts, bank.get("forecasts").get(0).get("predicted_value").asDouble(), 1e-6 * forecasts);
        JsonNode trend = api.json("/api/kpi-trends/?kpi=deposits&months=1", as("vera"));
        assertEquals(visible, trend.get("data").get(0).get("value").asDouble(), 1e-6 * visible);

        double everything =
                api.json("/api/overview/", as("ana")).get("total_deposits").asDouble();
        assertNotEquals(everything, visible);
    }

    @Test
    void alertsAndActionsOfSmallSegmentsKeepTheirKindAndLoseTheirFigures() throws Exception {
        int masked = 0;
        for (JsonNode alert : api.json("/api/watchlist/?limit=200", as("vera")).get("alerts")) {
            if (alert.get("masked").asBoolean()) {
                masked++;
                assertFalse(alert.get("severity").isNull());
                for (String secret : List.of("actual", "expected", "residual", "impact", "drivers", "message")) {
                    assertTrue(alert.get(secret).isNull(), secret);
                }
            }
        }
        assertTrue(masked > 1, "the industry alert holds small segments and is masked as well");
        String csv = api.get("/api/watchlist/?format=csv", as("vera")).body();
        assertFalse(csv.isEmpty());
        for (JsonNode action :
                api.json("/api/recommendations/?limit=200", as("vera")).get("actions")) {
            assertEquals(action.get("masked").asBoolean(), action.get("value").isNull());
        }
        assertEquals(
                0,
                api.json("/api/runs/" + RUN.manifest().runId() + "/", as("vera"))
                        .get("data_quality")
                        .get("rejects")
                        .size());
    }

    @Test
    void onlyWhoMayWorkOrOperateCanWrite() throws Exception {
        String path = "/api/alerts/" + ApiClient.encode(RUN.alerts().get(0).id()) + "/case/";
        assertEquals(403, api.post(path, "{\"version\":0}", as("vera")).statusCode());
        assertEquals(409, api.post(path, "{\"version\":0}", as("ana")).statusCode(), "read-only server");
        assertEquals(403, api.post("/api/refresh/", "", as("ana")).statusCode());
        assertEquals(200, api.post("/api/refresh/", "", as("root_1")).statusCode());
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() throws Exception {
        var headers = api.get("/api/overview/", as("ana")).headers();

        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(headers.firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
        assertEquals(Optional.empty(), headers.firstValue("Server"));
        assertEquals(
                Optional.empty(),
                api.get(
                                "/api/overview/",
                                "Authorization",
                                "Bearer " + KEYS.get("ana"),
                                "Origin",
                                "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"));
    }

    @Test
    void aKeyHasItsShareOfRequestsAMinute() throws Exception {
        Path auth = directory.resolve("slow.yaml");
        String key = AccessControl.newKey("slow");
        Files.writeString(
                auth,
                "requests_per_minute: 5\nkeys: [{name: slow, role: analyst, hash: '"
                        + KeyHash.of(key, KeyHash.FEWEST_ITERATIONS) + "'}]\n");
        try (RadarHttpServer slow = RadarHttpServer.start(
                new HttpSettings("127.0.0.1", 0, Optional.of(auth)), RadarServices.readOnly(RadarQueries.of(RUN)))) {
            ApiClient client = new ApiClient(slow);
            int limited = 0;
            for (int i = 0; i < 12; i++) {
                limited += client.get("/api/filters/", "Authorization", "Bearer " + key)
                                        .statusCode()
                                == 429
                        ? 1
                        : 0;
            }
            assertTrue(limited >= 5, "limited " + limited);
        }
    }

    @Test
    void beyondThisMachineAServerNeedsAccessControl() throws Exception {
        assertThrows(AccessException.class, () -> new HttpSettings("0.0.0.0", 8000, Optional.empty()));
        Path auth = directory.resolve("bad.yaml");
        Files.writeString(auth, "keys: [{name: kim, role: manager, hash: 'x'}, {name: kim, role: boss}]\n");
        AccessException problem = assertThrows(
                AccessException.class,
                () -> RadarHttpServer.start(
                        new HttpSettings("0.0.0.0", 0, Optional.of(auth)),
                        RadarServices.readOnly(RadarQueries.of(RUN))));
        assertTrue(problem.getMessage().contains("needs a scope"), problem.getMessage());
        assertTrue(problem.getMessage().contains("boss"), problem.getMessage());
    }
}
