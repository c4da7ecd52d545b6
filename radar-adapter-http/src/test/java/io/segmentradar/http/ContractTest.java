package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.api.RadarServices;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer fits the OpenAPI document, and the document has every route and nothing else. */
class ContractTest {
    private static final RadarRun RUN = RadarRuns.run();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RadarHttpServer server;
    private static ApiClient api;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        server = RadarHttpServer.start(
                HttpSettings.loopback(0),
                new RadarServices(
                        RadarQueries.of(RUN), Optional.of(new MemoryCases()), Optional.empty(), Clock.systemUTC()));
        api = new ApiClient(server);
        document = api.json("/api/openapi.json");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The schema of a JSON answer, with the document's components beside it so that references resolve. */
    private static Schema schema(String path, String method, String status) {
        JsonNode response = document.at(
                "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + "/responses/" + status);
        assertFalse(response.isMissingNode(), method + " " + path + " has no response " + status);
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").asText().substring(1));
        }
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", document.get("components"));
        String type = status.equals("200") ? "application/json" : "application/problem+json";
        root.setAll((ObjectNode) response.get("content").get(type).get("schema"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
    }

    private static void assertFits(String path, String method, HttpResponse<String> response) {
        String status = String.valueOf(response.statusCode());
        List<?> errors = schema(path, method, status).validate(response.body(), InputFormat.JSON);
        assertTrue(errors.isEmpty(), () -> method + " " + path + " " + status + ": " + errors);
    }

    static Stream<List<String>> reads() {
        String segment = ApiClient.encode(RUN.panel().index().id(0).value());
        String alert = ApiClient.encode(RUN.alerts().get(0).id());
        return Stream.of(
                List.of("/api/", "/api/"),
                List.of("/api/health/", "/api/health/"),
                List.of("/api/ready/", "/api/ready/"),
                List.of("/api/overview/", "/api/overview/"),
                List.of("/api/segments/", "/api/segments/?page_size=200&spark=deposits"),
                List.of("/api/segments/{id}/", "/api/segments/" + segment + "/"),
                List.of("/api/segments/{id}/history/", "/api/segments/" + segment + "/history/"),
                List.of("/api/forecasts/", "/api/forecasts/?page_size=200"),
                List.of("/api/forecasts/", "/api/forecasts/?level=bank&origin=2024-11"),
                List.of("/api/watchlist/", "/api/watchlist/?limit=200"),
                List.of("/api/alerts/{id}/", "/api/alerts/" + alert + "/"),
                List.of("/api/suppressed/", "/api/suppressed/?limit=200&guardrail=COLD_START"),
                List.of("/api/closed/", "/api/closed/?kpi=deposits"),
                List.of("/api/recommendations/", "/api/recommendations/?limit=200"),
                List.of("/api/plan/", "/api/plan/"),
                List.of("/api/highlights/", "/api/highlights/"),
                List.of("/api/filters/", "/api/filters/"),
                List.of("/api/kpi-trends/", "/api/kpi-trends/?kpi=loans&group_by=province"),
                List.of("/api/accuracy/", "/api/accuracy/"),
                List.of("/api/monitor/", "/api/monitor/"),
                List.of("/api/scenarios/", "/api/scenarios/"),
                List.of("/api/scenarios/jobs/", "/api/scenarios/jobs/"),
                List.of("/api/monitor/", "/api/monitor/?area=FORECAST&status=DRIFT"),
                List.of("/api/fx/", "/api/fx/?months=1"),
                List.of("/api/fx/segments/", "/api/fx/segments/?kind=importer&sort=effect"),
                List.of("/api/fx/segments/", "/api/fx/segments/?page_size=200"),
                List.of("/api/clusters/", "/api/clusters/"),
                List.of("/api/runs/", "/api/runs/"),
                List.of("/api/runs/{id}/", "/api/runs/" + RUN.manifest().runId() + "/"),
                List.of("/api/openapi.json", "/api/openapi.json"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void everyReadFitsItsSchema(List<String> read) throws Exception {
        HttpResponse<String> response = api.get(read.get(1));
        assertEquals(200, response.statusCode(), response.body());
        assertFits(read.get(0), "get", response);
    }

    @Test
    void writesAndTheirRefusalsFitTheirSchemas() throws Exception {
        String alert = ApiClient.encode(RUN.alerts().get(1).id());
        String path = "/api/alerts/" + alert + "/case/";
        HttpResponse<String> first =
                api.post(path, "{\"version\":0,\"status\":\"ACKNOWLEDGED\",\"assignee\":\"kim\",\"note\":\"전화함\"}");
        assertEquals(200, first.statusCode(), first.body());
        assertFits("/api/alerts/{id}/case/", "post", first);
        HttpResponse<String> late = api.post(path, "{\"version\":0,\"status\":\"RESOLVED\"}");
        assertEquals(409, late.statusCode());
        assertFits("/api/alerts/{id}/case/", "post", late);
        assertEquals(1, JSON.readTree(late.body()).at("/current/version").asInt());
        HttpResponse<String> refused = api.post(path, "{\"version\":1,\"status\":\"DISMISSED\"}");
        assertEquals(422, refused.statusCode());
        assertFits("/api/alerts/{id}/case/", "post", refused);
        assertFits("/api/alerts/{id}/case/", "post", api.post(path, "{\"version\":\"x\"}"));
        assertFits("/api/alerts/{id}/", "get", api.get("/api/alerts/" + alert + "/"));
        assertEquals(
                1,
                api.json("/api/watchlist/?status=ACKNOWLEDGED&assignee=kim")
                        .get("total_count")
                        .asInt());

        String action = ApiClient.encode(RUN.actions().get(0).id());
        HttpResponse<String> outcome =
                api.post("/api/actions/" + action + "/outcome/", "{\"status\":\"ACCEPTED\",\"amount\":12.5}");
        assertEquals(200, outcome.statusCode(), outcome.body());
        assertFits("/api/actions/{id}/outcome/", "post", outcome);
        assertEquals(
                12.5,
                api.json("/api/recommendations/?limit=1")
                        .at("/actions/0/outcome/amount")
                        .asDouble());
        assertFits("/api/refresh/", "post", api.post("/api/refresh/", ""));
        assertFits("/api/segments/", "get", api.get("/api/segments/?page=0"));
        assertFits("/api/overview/", "get", api.get("/api/overview/?run=nope"));
    }

    @Test
    void anAnswerThatDoesNotFitWouldBeNoticed() {
        assertFalse(schema("/api/overview/", "get", "200")
                .validate("{}", InputFormat.JSON)
                .isEmpty());
        assertFalse(schema("/api/watchlist/", "get", "200")
                .validate("{\"total_count\":1,\"alerts\":[{\"severity\":\"BAD\"}]}", InputFormat.JSON)
                .isEmpty());
    }

    @Test
    void theDocumentHasEveryRouteAndNoOther() {
        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> documented.add(method + " " + bare(path.getKey()))));
        Set<String> routes = new TreeSet<>();
        for (Map.Entry<String, String> route : server.routes()) {
            if (route.getValue().startsWith("/api") || route.getValue().equals("/metrics")) {
                routes.add(route.getKey().toLowerCase(Locale.ROOT) + " " + bare(route.getValue()));
            }
        }
        routes.removeIf(route -> route.contains("/api/docs"));
        assertEquals(routes, documented);
    }

    private static String bare(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Test
    void everyParameterThatTheDocumentNamesIsUnderstood() throws Exception {
        List<String> refused = new ArrayList<>();
        for (var path : document.get("paths").properties()) {
            JsonNode operation = path.getValue().get("get");
            if (operation == null || path.getKey().contains("{id}")) {
                continue;
            }
            for (JsonNode parameter : operation.get("parameters")) {
                String name = parameter.has("$ref")
                        ? parameter.get("$ref").asText().replaceAll(".*/", "")
                        : parameter.get("name").asText();
                String body = api.get(path.getKey() + "?" + name + "=%00").body();
                if (body.contains("There is no parameter")) {
                    refused.add(path.getKey() + " " + name);
                }
            }
        }
        assertEquals(List.of(), refused);
    }

    @Test
    void thePageToTryItAndTheMetricsComeOutOfTheJar() throws Exception {
        String page = api.get("/api/docs/").body();
        assertTrue(page.contains("swagger-ui-bundle.js"));
        assertFalse(page.contains("http://") || page.contains("https://"), "nothing from elsewhere");
        assertEquals(200, api.get("/api/docs/swagger-ui-bundle.js").statusCode());
        assertEquals(404, api.get("/api/docs/..%2Fopenapi.json").statusCode());
        api.get("/api/overview/");
        String metrics = api.get("/metrics").body();
        assertTrue(metrics.contains("endpoint=\"/api/overview/\""), metrics);
        assertTrue(metrics.contains("jvm_memory_used_bytes"));
        assertTrue(metrics.contains("radar_monitor_checks{area=\"data\",status=\"drift\"} 1.0"), metrics);
        assertTrue(metrics.contains("radar_monitor_retrain 1.0"), metrics);
    }
}
