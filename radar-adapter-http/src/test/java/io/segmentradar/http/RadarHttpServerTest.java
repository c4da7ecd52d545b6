package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.api.RadarServices;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
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
    void aClientThatTricklesItsRequestIsCutOff() throws Exception {
        HttpSettings impatient = new HttpSettings(
                "127.0.0.1", 0, Optional.empty(), 1_000, 8_000, Duration.ofSeconds(30), Duration.ofMillis(200));
        RadarRun run = RadarRuns.run(1, YearMonth.of(2024, 12));
        RadarServices services = new RadarServices(
                RadarQueries.of(run), Optional.of(new MemoryCases()), Optional.empty(), Clock.systemUTC());
        String alert = ApiClient.encode(run.alerts().get(0).id());
        try (RadarHttpServer server = RadarHttpServer.start(impatient, services);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /api/alerts/" + alert + "/case/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
            assertTrue(answer.contains("took too long"), answer);
            assertEquals(200, new ApiClient(server).get("/api/overview/").statusCode());
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithWhatToDo() throws Exception {
        try (RadarHttpServer first = RadarHttpServer.start(HttpSettings.loopback(0), EMPTY)) {
            ListenException taken = assertThrows(
                    ListenException.class, () -> RadarHttpServer.start(HttpSettings.loopback(first.port()), EMPTY));

            assertTrue(taken.getMessage().contains("in use"), taken.getMessage());
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
