package io.segmentradar.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.segmentradar.cli.Cli;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report}, {@code export} and {@code notify} over a stored run. */
class ReportingTest {
    private static final RadarRun RUN = RadarRuns.run();

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void storeARun() {
        try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(data))) {
            store.save(RUN);
        }
    }

    private Cli.Result radar(Object... words) {
        return Cli.run(
                Stream.concat(Stream.of(words), Stream.of("--data", data)).toArray());
    }

    @Test
    void writesTheReportAsPdfAndAsHtml() throws IOException {
        Path pdf = folder.resolve("out/report.pdf");
        Cli.Result result = radar("report", "--out", pdf, "--lang", "ko");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        Path html = folder.resolve("out/report.html");
        assertEquals(0, radar("report", "--out", html, "--lang", "ko").exitCode());
        assertTrue(Files.readString(html).contains("월간 세그먼트 리포트"));
        try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(data))) {
            long noted = store.audit().verify() instanceof io.segmentradar.core.audit.AuditCheck.Intact intact
                    ? intact.entries()
                    : -1;
            assertTrue(noted >= 2, "audit entries: " + noted);
        }
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertEquals(2, radar("report", "--out", folder.resolve("report.doc")).exitCode());
        assertEquals(2, radar("export").exitCode());
        Cli.Result unknown = radar("report", "--out", folder.resolve("r.pdf"), "--run", "2000-01-x");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains(RUN.manifest().runId()), unknown.err());
        assertFalse(Files.exists(folder.resolve("r.pdf")));
    }

    @Test
    void exportsWorkbookAndCallSheets() throws IOException {
        Path xlsx = folder.resolve("run.xlsx");
        Path sheets = folder.resolve("sheets");
        Cli.Result result = radar("export", "--xlsx", xlsx, "--call-sheets", sheets);
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(Files.size(xlsx) > 5000);
        try (Stream<Path> files = Files.list(sheets)) {
            assertTrue(files.allMatch(file -> file.getFileName().toString().startsWith("callsheet-")));
        }
    }

    @Test
    void tellsSubscribersOnceAndFailsLoudly() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/ok") ? 200 : 404, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file = folder.resolve("subscriptions.yaml");
            String all = "severities: [critical, high, medium, low]";
            Files.write(
                    file,
                    List.of("subscriptions:", "  - {name: ok, language: ko, webhook: '" + base + "/ok', " + all + "}"));
            Cli.Result dry = radar("notify", "--subscriptions", file, "--dry-run", "--lang", "en");
            assertEquals(0, dry.exitCode(), dry.err());
            assertTrue(dry.out().contains("would be told") && dry.out().contains("새 알림"), dry.out());
            assertTrue(radar("notify", "--subscriptions", file, "--lang", "en")
                    .out()
                    .contains("changes told by webhook"));
            assertTrue(radar("notify", "--subscriptions", file, "--lang", "en")
                    .out()
                    .contains("nothing new"));

            Files.write(
                    file,
                    List.of(
                            "subscriptions:",
                            "  - {name: bad, language: ko, webhook: '" + base + "/no', " + all + "}"));
            Cli.Result failed = radar("notify", "--subscriptions", file, "--lang", "en");
            assertEquals(1, failed.exitCode());
            assertTrue(failed.out().contains("404"), failed.out());
        } finally {
            server.stop(0);
        }
    }
}
