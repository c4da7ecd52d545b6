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

        Cli.Result result = Cli.run("scenario", file, "--data", data, "--out", out, "--lang", "en");

        assertEquals(0, result.exitCode(), result.err());
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
    void theServerAnswersAnUnchangedScenarioWithTheStoredForecast() throws Exception {
        try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(data));
                RadarHttpServer server = RadarHttpServer.start(
                        HttpSettings.loopback(0),
                        new RadarServices(
                                store,
                                Optional.empty(),
                                Optional.empty(),
                                Clock.systemUTC(),
                                Optional.of(store.models())))) {
            var response = new ApiClient(server).post("/api/scenarios/", "{\"level\": \"segment\"}");

            assertEquals(200, response.statusCode(), response.body());
            JsonNode answer = new ObjectMapper().readTree(response.body());
            assertEquals(0, answer.get("notes").size(), response.body());
            assertEquals(0, answer.get("changes").size());
            assertTrue(answer.get("probability").isNull());
            assertTrue(answer.get("totals").size() > 0);
            for (JsonNode row : answer.get("totals")) {
                assertEquals(row.get("base"), row.get("scenario"));
            }
        }
    }
}
