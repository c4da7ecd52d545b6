package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.api.RadarServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Runs every curl line of docs/api.md against a server, as a reader would. */
class DocumentedCallsTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "api.md");

    @Test
    void everyCurlLineOfTheApiGuideWorks() throws Exception {
        Assumptions.assumeTrue(works("curl --version"), "no curl on this machine");
        RadarRun run = RadarRuns.run();
        List<String> calls = calls();
        assertTrue(calls.size() >= 8, "found " + calls);
        try (RadarHttpServer server = RadarHttpServer.start(
                HttpSettings.loopback(0),
                new RadarServices(
                        RadarQueries.of(run), Optional.of(new MemoryCases()), Optional.empty(), Clock.systemUTC()))) {
            for (String call : calls) {
                ProcessBuilder shell = new ProcessBuilder("sh", "-c", call.replace("curl ", "curl -f "));
                shell.environment().put("RADAR", "http://127.0.0.1:" + server.port());
                shell.environment()
                        .put("ALERT", ApiClient.encode(run.alerts().get(0).id()));
                shell.environment()
                        .put("ACTION", ApiClient.encode(run.actions().get(0).id()));
                shell.environment()
                        .put(
                                "SEGMENT",
                                ApiClient.encode(run.panel().index().id(0).value()));
                Process process = shell.redirectErrorStream(true).start();
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(process.waitFor(20, TimeUnit.SECONDS));
                assertEquals(0, process.exitValue(), call + "\n" + answer);
                assertFalse(answer.isBlank(), call);
            }
        }
    }

    /** The lines between {@code ```sh} and {@code ```} that call curl. */
    private static List<String> calls() throws IOException {
        List<String> calls = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell && line.startsWith("curl ")) {
                calls.add(line);
            }
        }
        return calls;
    }

    private static boolean works(String command) throws InterruptedException {
        try {
            return new ProcessBuilder("sh", "-c", command + " > /dev/null 2>&1")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
