package io.segmentradar.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.cli.Cli;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/embedding.md, and the way of a run over a store to the API and the commands. */
class EmbeddingTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void aRunGoesIntoTheStoreAndOutOfTheApiAndTheCommands() throws Exception {
        RadarRun run = RadarRuns.run();
        String runId = run.manifest().runId();

        try (ApiInside app = new ApiInside(directory, 0)) {
            assertEquals(503, get(app, "/api/ready/").statusCode());
            app.publish(run);
            assertTrue(get(app, "/api/ready/").body().contains(runId));
            String alert = URLEncoder.encode(run.alerts().get(0).id(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            HttpRequest request = HttpRequest.newBuilder(uri(app, "/api/alerts/" + alert + "/case/"))
                    .POST(BodyPublishers.ofString("{\"version\":0,\"status\":\"ACKNOWLEDGED\"}"))
                    .build();
            assertEquals(200, HTTP.send(request, BodyHandlers.ofString()).statusCode());
            assertTrue(get(app, "/api/watchlist/?status=ACKNOWLEDGED").body().contains("\"total_count\":1"));
            assertEquals(200, get(app, "/api/watchlist/?format=csv").statusCode());
            // The commands work while the server holds the store.
            Cli.Result list = Cli.run("runs", "list", "--data", directory);
            assertTrue(list.out().contains(runId), list.err());
        }
        assertTrue(Cli.run("runs", "show", runId, "--data", directory)
                .out()
                .contains(run.spec().sha256()));
        assertTrue(
                Cli.run("runs", "diff", runId, runId, "--data", directory).out().contains(" 0 changed"));
        assertEquals(2, Cli.run("runs", "show", "nope", "--data", directory).exitCode());
        Cli.Result audit = Cli.run("audit", "verify", "--data", directory, "--lang", "en");
        assertEquals(0, audit.exitCode());
        assertTrue(audit.out().contains("intact: 2 entries"), audit.out());
        assertEquals(
                1,
                Cli.run("audit", "verify", "--head", "f".repeat(64), "--data", directory)
                        .exitCode());
    }

    @Test
    void wrongUsageIsToldInWords() {
        assertEquals(2, Cli.run("runs", "list").exitCode());
        assertEquals(
                2, Cli.run("serve", "--data", directory, "--bind", "0.0.0.0").exitCode());
        assertEquals(
                2,
                Cli.run("runs", "list", "--data", directory, "--store", "jdbc:postgresql://x/y")
                        .exitCode());
        assertEquals(1, Cli.run("runs", "list", "--store", "jdbc:mysql://x/y").exitCode());
        Cli.Result key = Cli.run("auth", "key", "--name", "kim", "--role", "viewer");
        assertTrue(key.out().contains("hash: pbkdf2$") && key.err().contains("radar_kim_"), key.out());
    }

    @Test
    void theGuideShowsTheCompiledExamples() throws IOException {
        String guide = squeezed(Files.readString(Path.of("..", "docs", "embedding.md")));
        for (String example : new String[] {"RadarOnCsv", "ModelsAgain", "ApiInside"}) {
            Path source = Path.of("src", "test", "java", "io", "segmentradar", "examples", example + ".java");
            String code = Files.readAllLines(source).stream()
                    .dropWhile(line -> !line.contains("tag::guide"))
                    .skip(1)
                    .takeWhile(line -> !line.contains("end::guide"))
                    .collect(Collectors.joining(" "));
            assertTrue(guide.contains(squeezed(code)), example);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static URI uri(ApiInside app, String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    private static HttpResponse<String> get(ApiInside app, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(app, path)).build(), BodyHandlers.ofString());
    }
}
