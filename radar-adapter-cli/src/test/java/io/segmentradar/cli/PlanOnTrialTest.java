package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.segmentradar.http.ApiClient;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The served run planned again with other hours, by the real recommender. */
class PlanOnTrialTest {
    @TempDir
    static Path data;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static JdbcRadarStore store;
    private static RadarHttpServer server;

    @BeforeAll
    static void serveTheSample() {
        store = JdbcRadarStore.open(StoreSettings.embedded(SampleRun.data(data)));
        server = RadarHttpServer.start(HttpSettings.loopback(0), RadarServices.readOnly(store));
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
    }

    @Test
    void theSameHoursChangeNothing() throws Exception {
        JsonNode answer = plan("{\"hours\":{}}");

        assertTrue(answer.at("/now/planned").asInt() > 0);
        assertEquals(answer.get("now"), answer.get("then"));
        assertEquals(0, answer.at("/added/count").asInt());
        assertEquals(0, answer.at("/dropped/count").asInt());
    }

    @Test
    void withoutHoursARoleDoesNothingAndThePlanIsWorthLess() throws Exception {
        JsonNode answer = plan("{\"hours\":{\"RM\":0}}");

        for (JsonNode limit : answer.at("/then/limits")) {
            if (limit.get("kind").asText().equals("HOURS")
                    && limit.get("of").asText().startsWith("RM|")) {
                assertEquals(0, limit.get("used").asDouble(), limit.toString());
            }
        }
        boolean someDropped = false;
        for (JsonNode action : answer.at("/dropped/actions")) {
            someDropped |= action.get("owner").asText().equals("RM");
        }
        assertTrue(someDropped);
        assertTrue(answer.at("/then/objective").asDouble()
                < answer.at("/now/objective").asDouble());
    }

    private static JsonNode plan(String body) throws Exception {
        var response = new ApiClient(server).post("/api/plan/", body);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
