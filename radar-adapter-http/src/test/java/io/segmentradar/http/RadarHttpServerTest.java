package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadarHttpServerTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/health/", "/api/health"})
    void answersThatItIsAliveWithOrWithoutTheTrailingSlash(String path) throws Exception {
        try (RadarHttpServer server = RadarHttpServer.start(HttpSettings.loopback(0))) {
            HttpResponse<String> response = get(server, path);

            assertEquals(200, response.statusCode());
            assertEquals("{\"status\":\"ok\"}", response.body());
            assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        }
    }

    @Test
    void freesItsPortWhenClosed() throws Exception {
        RadarHttpServer first = RadarHttpServer.start(HttpSettings.loopback(0));
        int port = first.port();
        first.close();

        try (RadarHttpServer second = RadarHttpServer.start(HttpSettings.loopback(port))) {
            assertEquals(200, get(second, "/api/health/").statusCode());
        }
    }

    private static HttpResponse<String> get(RadarHttpServer server, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
