package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code radar serve} as its operator sees it: what can go wrong is one line that says what to do. */
class ServeTest {
    @TempDir
    private Path directory;

    private static void assertOneLine(Cli.Result result, int exitCode, String... parts) {
        assertEquals(exitCode, result.exitCode(), result.err());
        List<String> lines =
                result.err().lines().filter(line -> !line.isBlank()).toList();
        assertEquals(1, lines.size(), result.err());
        for (String part : parts) {
            assertTrue(lines.get(0).contains(part), result.err());
        }
    }

    @Test
    void aPortInUseIsToldWithWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertOneLine(
                    Cli.run("serve", "--data", directory, "--port", other.getLocalPort()),
                    1,
                    "Port " + other.getLocalPort(),
                    "in use",
                    "--port");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsToldWithWhatToDo() throws IOException {
        Path auth = Files.writeString(directory.resolve("auth.yaml"), authFile());
        assertOneLine(
                Cli.run("serve", "--data", directory, "--bind", "192.0.2.1", "--port", 0, "--auth", auth),
                1,
                "192.0.2.1",
                "--bind");
        assertOneLine(Cli.run("serve", "--data", directory, "--bind", "0.0.0.0"), 2, "--auth");
    }

    private static String authFile() {
        return Cli.run("auth", "key", "--name", "kim", "--role", "admin").out();
    }

    @Test
    void anAuthFileThatCannotBeUsedIsToldWithItsFault() throws IOException {
        Path missing = directory.resolve("nowhere.yaml");
        assertOneLine(Cli.run("serve", "--data", directory, "--port", 0, "--auth", missing), 2, "nowhere.yaml");
        Path broken = Files.writeString(directory.resolve("broken.yaml"), "keys: [{name: kim");
        assertOneLine(Cli.run("serve", "--data", directory, "--port", 0, "--auth", broken), 2, "broken.yaml", "line");
        Path unknown = Files.writeString(directory.resolve("unknown.yaml"), authFile() + "smal_cells: 3\n");
        assertOneLine(Cli.run("serve", "--data", directory, "--port", 0, "--auth", unknown), 2, "smal_cells");
        Path nobody = Files.writeString(directory.resolve("nobody.yaml"), "keys: []\n");
        assertOneLine(Cli.run("serve", "--data", directory, "--port", 0, "--auth", nobody), 2, "nobody");
        Path keyless = Files.writeString(
                directory.resolve("keyless.yaml"),
                authFile() + "oidc: {issuer: x, audience: y, jwks: " + directory.resolve("no.json") + "}\n");
        assertOneLine(Cli.run("serve", "--data", directory, "--port", 0, "--auth", keyless), 2, "oidc.jwks");
    }

    @Test
    void aStoreThatCannotBeOpenedIsToldWithWhatToDo() throws IOException {
        Files.write(
                directory.resolve("radar.mv.db"),
                "no database at all".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        assertOneLine(Cli.run("serve", "--data", directory, "--port", 0), 1, directory.toString(), "cannot be opened");
        Path file = Files.createFile(directory.resolve("file"));
        assertOneLine(Cli.run("serve", "--data", file, "--port", 0), 1, file.toString());
        assertOneLine(
                Cli.run("serve", "--store", "jdbc:postgresql://127.0.0.1:1/radar?password=secret", "--port", 0),
                1,
                "jdbc:postgresql://127.0.0.1:1/radar",
                "cannot be opened");
        assertOneLine(Cli.run("serve", "--store", "jdbc:mysql://x/y"), 1, "PostgreSQL");
        assertOneLine(Cli.run("serve", "--port", 0), 2, "--data");
    }

    @Test
    void aStoredRunIsServedUntilTheProgramIsToldToStop() throws Exception {
        Process server = JavaProcess.start(
                Main.class, "serve", "--data", SampleRun.data(directory), "--port", 0, "--lang", "en");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = out.readLine();
            assertTrue(ready.contains("http://127.0.0.1:"), ready);
            String url = Stream.of(ready.split(" "))
                    .filter(w -> w.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
            HttpClient http = HttpClient.newHttpClient();
            assertEquals(200, status(http, url + "api/ready/"));
            assertEquals(200, status(http, url));

            // By its handle: the process itself would close the stream that is read below.
            server.toHandle().destroy();
            assertTrue(server.waitFor(10, TimeUnit.SECONDS));
            assertEquals(143, server.exitValue(), "ended by SIGTERM");
            assertFalse(out.lines().anyMatch(line -> line.contains("Exception")));
        } finally {
            server.destroyForcibly();
        }
    }

    private static int status(HttpClient http, String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
