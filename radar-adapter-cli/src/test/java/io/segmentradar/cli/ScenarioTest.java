package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.segmentradar.http.ApiClient;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios and monitoring of a stored run, as a user calls them. */
class ScenarioTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path data;

    @BeforeAll
    static void copyTheStore() {
        SampleRun.data(data);
    }

    @TempDir
    private Path temp;

    @Test
    void theBaseIsTheStoredForecastAndAShockStandsBesideIt() throws Exception {
        Path file = Files.writeString(temp.resolve("scenarios.yaml"), """
                scenarios:
                  - name: base
                  - name: worst
                    probability: 0.2
                    shocks:
                      - {kpi: deposits, change: -0.5}
                """);
        Path out = temp.resolve("out");

        Path models = temp.resolve("models");
        Cli.Result result = Cli.run("scenario", file, "--data", data, "--out", out, "--models", models, "--lang", "en");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(Files.exists(models.resolve("current")), "what was trained is kept for the next question");
        assertTrue(result.out().contains("worst (p=0.20)"), result.out());
        assertFalse(result.out().contains("base (p="), "a probability that nobody gave: " + result.out());
        Map<String, String> stored = new HashMap<>();
        for (String name : List.of("forecasts.csv", "forecasts_levels.csv")) {
            Cli.rows(SampleRun.out().resolve(name))
                    .forEach(row -> stored.put(
                            row.get("hierarchy_level") + row.get("segment_id") + row.get("kpi") + row.get("horizon"),
                            row.get("point")));
        }
        int base = 0;
        double fall = 0;
        for (Map<String, String> row : Cli.rows(out.resolve("scenario_forecasts.csv"))) {
            String key = row.get("hierarchy_level") + row.get("segment_id") + row.get("kpi") + row.get("horizon");
            assertEquals(stored.get(key), row.get("base"), key);
            if (row.get("scenario").equals("base")) {
                assertEquals(stored.get(key), row.get("scenario_point"), key);
                base++;
            } else if (row.get("hierarchy_level").equals("bank")
                    && row.get("kpi").equals("deposits")) {
                fall += Double.parseDouble(row.get("change"));
            }
        }
        assertEquals(stored.size(), base);
        assertTrue(fall < 0);
        List<Map<String, String>> notes = Cli.rows(out.resolve("scenario_notes.csv"));
        assertTrue(notes.stream().noneMatch(row -> row.get("kind").equals("BASE_DIFFERS")), notes::toString);
        assertTrue(notes.stream().anyMatch(row -> row.get("kind").equals("OUTSIDE_TRAINING")), notes::toString);
    }

    @Test
    void monitorShowsTheStoredChecksAndModelsTheFirstChampion() {
        Path csv = temp.resolve("monitor.csv");
        Cli.Result result = Cli.run("monitor", "--data", data, "--out", csv, "--lang", "en");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("Drift: data "), result.out());
        assertEquals(
                Cli.rows(SampleRun.out().resolve("monitor.csv")).size(),
                Cli.rows(csv).size());
        Cli.Result models = Cli.run("models", "list", "--data", data, "--lang", "en");
        assertEquals(0, models.exitCode(), models.err());
        assertTrue(models.out().contains("champion") && models.out().contains("first training"), models.out());
        assertEquals(
                2,
                Cli.run("models", "rollback", "--reason", "x", "--data", data).exitCode());
    }

    @Test
    void aScenarioFileIsRefusedWithLineAndKey() throws Exception {
        Path file = Files.writeString(temp.resolve("bad.yaml"), """
                scenarios:
                  - name: x
                    probabilty: 0.2
                    shocks:
                      - {kpi: deposits}
                """);

        Cli.Result result = Cli.run("scenario", file, "--data", data, "--lang", "en");

        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains("line 3") && result.err().contains("probability"), result.err());
        assertTrue(result.err().contains("change: is required"), result.err());
    }

    @Test
    void theServerMakesAScenarioBesideTheRequestAndTellsWhoComesMeanwhile() throws Exception {
        try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(data));
                RadarHttpServer server = RadarHttpServer.start(
                        HttpSettings.loopback(0),
                        new RadarServices(
                                store,
                                Optional.empty(),
                                Optional.empty(),
                                Clock.systemUTC(),
                                Optional.of(store.models())))) {
            ApiClient api = new ApiClient(server);
            assertEquals(0, api.json("/api/scenarios/jobs/").get("jobs").size());
            var begun =
                    api.post("/api/scenarios/", "{\"name\": \"as it is\", \"level\": \"segment\"}", "Prefer", "wait=0");

            assertEquals(202, begun.statusCode(), begun.body());
            String place = begun.headers().firstValue("Location").orElseThrow();
            assertEquals("RUNNING", JSON.readTree(begun.body()).get("status").asText());
            var second = api.post("/api/scenarios/", "{\"name\": \"mine\"}");
            assertEquals(503, second.statusCode(), second.body());
            assertTrue(second.body().contains("'as it is'"), second.body());
            assertEquals(
                    place,
                    "/api/scenarios/jobs/"
                            + JSON.readTree(second.body()).at("/job/id").asText() + "/");

            JsonNode made = made(api, place);
            assertEquals("segment", made.at("/request/level").asText());
            JsonNode answer = made.get("result");
            assertEquals(0, answer.get("notes").size(), answer::toString);
            assertEquals(0, answer.get("changes").size());
            assertTrue(answer.get("probability").isNull());
            assertTrue(answer.get("totals").size() > 0);
            for (JsonNode row : answer.get("totals")) {
                assertEquals(row.get("base"), row.get("scenario"));
            }
            assertEquals(
                    "DONE",
                    api.json("/api/scenarios/jobs/").at("/jobs/0/status").asText());
            var waited = api.post("/api/scenarios/", "{\"name\": \"waited for\", \"level\": \"segment\"}");
            assertEquals(200, waited.statusCode(), waited.body());
            assertEquals(answer.get("totals"), JSON.readTree(waited.body()).get("totals"));
            assertEquals(404, api.get("/api/scenarios/jobs/none/").statusCode());
            assertEquals(
                    400,
                    api.post("/api/scenarios/", "{\"covariates\": {\"oil\": {\"change\": 0.1}}}")
                            .statusCode());
        }
    }

    private static JsonNode made(ApiClient api, String place) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode job = api.json(place);
            if (!job.get("status").asText().equals("RUNNING")) {
                assertEquals("DONE", job.get("status").asText(), job::toString);
                return job;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The scenario was not made within a minute");
    }
}
