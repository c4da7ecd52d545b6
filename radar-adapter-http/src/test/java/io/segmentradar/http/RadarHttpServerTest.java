package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.http.api.RadarServices;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadarHttpServerTest {
    private static final RadarServices EMPTY = RadarServices.readOnly(RadarQueries.of());

    @ParameterizedTest
    @ValueSource(strings = {"/api/health/", "/api/health"})
    void answersThatItIsAliveWithOrWithoutTheTrailingSlash(String path) throws Exception {
        try (RadarHttpServer server = RadarHttpServer.start(HttpSettings.loopback(0), EMPTY)) {
            HttpResponse<String> response = new ApiClient(server).get(path);

            assertEquals(200, response.statusCode());
            assertEquals("{\"status\":\"ok\"}", response.body());
            assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        }
    }

    @Test
    void isAliveButNotReadyAsLongAsNothingHasBeenRun() throws Exception {
        try (RadarHttpServer server = RadarHttpServer.start(HttpSettings.loopback(0), EMPTY)) {
            HttpResponse<String> response = new ApiClient(server).get("/api/ready/");

            assertEquals(503, response.statusCode());
            assertTrue(response.body().contains("radar run"), response.body());
        }
    }

    @Test
    void freesItsPortWhenClosed() throws Exception {
        RadarHttpServer first = RadarHttpServer.start(HttpSettings.loopback(0), EMPTY);
        int port = first.port();
        first.close();

        try (RadarHttpServer second = RadarHttpServer.start(HttpSettings.loopback(port), EMPTY)) {
            assertEquals(200, new ApiClient(second).get("/api/health/").statusCode());
        }
    }
}
