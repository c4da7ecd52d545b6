package io.segmentradar.http.dashboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.ApiClient;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
    private static final Path FILES = Path.of("src/main/resources/io/segmentradar/http/dashboard");
    private static final long FIRST_VIEW_BYTES = 600_000;
    private static RadarHttpServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = RadarHttpServer.start(
                HttpSettings.loopback(0), RadarServices.readOnly(RadarQueries.of(RadarRuns.run())));
        client = new ApiClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyPageIsTheSameDocumentAndForbidsInlineCode() throws Exception {
        byte[] front = client.bytes("/").body();
        for (String page : Dashboard.PAGES) {
            var response = client.bytes(page);
            assertEquals(200, response.statusCode(), page);
            assertArrayEquals(front, response.body());
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("default-src 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
        }
        assertFalse(new String(front, StandardCharsets.UTF_8).matches("(?s).*(<style|<script>| style=).*"));
    }

    @Test
    void filesComeCompressedAndNotAgainWhenKnown() throws Exception {
        var plain = client.bytes("/assets/app.js");
        var packed = client.bytes("/assets/app.js", "Accept-Encoding", "gzip");
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, client.bytes("/assets/app.js", "If-None-Match", tag).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none.js",
                "/assets/Asset.class",
                "/assets/../Dashboard.class",
                "/assets/%2e%2e/Dashboard.class",
                "/assets/lib/..%2findex.html",
                "/assets/vendor/LICENSES.txt",
                "/assets/lib/api.js",
                "/assets/style/base.css",
                "/assets/",
                "/assets/index.html"
            })
    void whatIsNoFileOfThePagesIsNotServed(String path) throws Exception {
        assertEquals(404, client.bytes(path).statusCode());
    }

    /** What the browser loads for the first page beside the answers of the API. */
    @Test
    void theFirstViewIsSmallAndAskedForInFewPieces() throws Exception {
        String document = new String(client.bytes("/").body(), StandardCharsets.UTF_8);
        List<String> pieces = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .toList();
        long bytes = document.length();
        for (String piece : pieces) {
            var answer = client.bytes(piece, "Accept-Encoding", "gzip");
            assertEquals(200, answer.statusCode(), piece);
            bytes += answer.body().length;
        }
        assertTrue(pieces.size() <= 8, pieces.toString());
        assertTrue(bytes > 200_000 && bytes < FIRST_VIEW_BYTES, "First view takes " + bytes + " bytes");
    }

    @Test
    void aNewVersionHasANewAddressAndAnOldOneNeedNotBeAskedForAgain() throws Exception {
        String document = new String(client.bytes("/").body(), StandardCharsets.UTF_8);
        Matcher script = Pattern.compile("/assets/app\\.js\\?v=[0-9a-f]{24}").matcher(document);
        assertTrue(script.find(), document);
        assertTrue(cachingOf(script.group()).contains("immutable"));
        assertEquals("no-cache", cachingOf("/assets/app.js"));
        assertEquals("no-cache", cachingOf("/assets/app.js?v=other"));
    }

    private static String cachingOf(String address) throws Exception {
        return client.bytes(address).headers().firstValue("Cache-Control").orElseThrow();
    }

    @Test
    void everyModuleAndStyleSheetIsPartOfWhatIsServed() throws Exception {
        String script = new String(client.bytes("/assets/app.js").body(), StandardCharsets.UTF_8);
        String style = new String(client.bytes("/assets/app.css").body(), StandardCharsets.UTF_8);
        for (String file : files()) {
            if (file.endsWith(".js") && !file.startsWith("vendor/")) {
                assertTrue(script.contains("\n// " + file + "\n"), file);
            } else if (file.endsWith(".css")) {
                assertTrue(style.contains(Files.readString(FILES.resolve(file))), file);
            }
        }
    }

    @Test
    void sourcesOfThePagesAreShortAndNameNoOtherHost() throws Exception {
        for (String file : files()) {
            boolean own = (file.endsWith(".js") || file.endsWith(".css") || file.endsWith(".html"))
                    && !file.startsWith("vendor/");
            if (own) {
                String text = Files.readString(FILES.resolve(file));
                assertTrue(text.lines().count() < 400, file);
                assertFalse(text.contains("http://") || text.contains("https://"), file);
            }
        }
    }

    /** Otherwise every page would load the fonts of the rare syllables as well. */
    @Test
    void theCoreFontHasEverySyllableThatThePagesWrite() throws Exception {
        String css = Files.readString(FILES.resolve("style/font.css"));
        String ranges =
                css.substring(css.indexOf("unicode-range:") + 14, css.indexOf(';', css.indexOf("unicode-range:")));
        BitSet core = new BitSet();
        for (String range : ranges.replace("U+", "").split(",")) {
            String[] ends = range.strip().split("-");
            core.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
        }
        for (String file : files()) {
            if (file.endsWith(".js") && !file.startsWith("vendor/")) {
                Files.readString(FILES.resolve(file))
                        .chars()
                        .filter(c -> c >= '가' && c <= '힣')
                        .forEach(c -> assertTrue(
                                core.get(c),
                                file + " writes " + (char) c
                                        + ", which the core font lacks: run src/main/vendor/build.sh"));
            }
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
