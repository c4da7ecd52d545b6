package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.api.RadarServices;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ten thousand random and mutated requests, straight onto the socket: none may end in a 5xx or without an answer. */
class FuzzTest {
    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 2;
    private static final RadarRun RUN = RadarRuns.run(1, YearMonth.of(2024, 12));

    private static final List<String> PATHS = List.of(
            "/api/overview/",
            "/api/segments/",
            "/api/forecasts/",
            "/api/watchlist/",
            "/api/recommendations/",
            "/api/filters/",
            "/api/kpi-trends/",
            "/api/accuracy/",
            "/api/runs/",
            "/api/segments/ID/",
            "/api/segments/ID/history/",
            "/api/alerts/ID/",
            "/api/runs/ID/",
            "/api/openapi.json",
            "/api/docs/ID",
            "/api/ID",
            "/",
            "/metrics",
            "/assets/ID");
    private static final List<String> WRITES =
            List.of("/api/alerts/ID/case/", "/api/actions/ID/outcome/", "/api/refresh/", "/api/overview/");
    private static final List<String> NAMES = List.of(
            "page",
            "page_size",
            "kpi",
            "level",
            "horizon",
            "sort_by",
            "sort_order",
            "search",
            "industry",
            "province",
            "lifecycle",
            "severity",
            "type",
            "status",
            "open",
            "limit",
            "run",
            "month",
            "format",
            "origin",
            "group_by",
            "months",
            "segment_id",
            "start_month",
            "end_month",
            "spark",
            "planned",
            "owner",
            "x");
    private static final List<String> VALUES = List.of(
            "1",
            "0",
            "-1",
            "200",
            "99999999999999999999",
            "deposits",
            "loans",
            "bank",
            "segment",
            "DROP",
            "HIGH",
            "csv",
            "xlsx",
            "json",
            "true",
            "2024-12",
            "2024-11",
            "202413",
            "0000-00",
            "",
            "%00",
            "%FF%FE",
            "' OR 1=1 --",
            "\"; DROP TABLE run; --",
            "..%2F..%2Fetc%2Fpasswd",
            "..",
            "%2e%2e/",
            "서울",
            "업종|서울",
            "NaN",
            "1e309",
            "${jndi:ldap://x}",
            "<script>",
            "%",
            "%zz",
            "\\",
            "|",
            "a".repeat(3000),
            "deposits_mom_rate",
            "desc",
            "null");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "{\"version\":0}",
            "{\"version\":0,\"status\":\"RESOLVED\"}",
            "{\"version\":-1}",
            "{\"version\":1e400}",
            "{\"status\":\"DONE\",\"amount\":1e999}",
            "{\"status\":\"DONE\",\"note\":\"\\u0000\"}",
            "{\"version\":0,\"due_date\":\"2025-02-30\"}",
            "{\"version\":{}}",
            "{\"version\":0,\"status\":[[[[]]]]}",
            "[".repeat(5000),
            "{\"a\":",
            "\uFEFF{}",
            "x".repeat(70_000),
            "{\"version\":0,\"assignee\":\"서울\"}");
    private static final List<String> HEADERS = List.of(
            "Accept: text/csv",
            "Accept: */*;q=nonsense",
            "Accept-Encoding: gzip, br;q=x",
            "If-None-Match: *",
            "If-None-Match: \"x",
            "Authorization: Bearer ",
            "Authorization: Basic x",
            "Content-Type: text/plain",
            "Origin: https://evil.example",
            "Range: bytes=0-1",
            "X-Forwarded-For: ::::",
            "Expect: 200-maybe");

    @Test
    void noRequestBreaksTheServer() throws Exception {
        List<String> broken = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (RadarHttpServer server = RadarHttpServer.start(
                HttpSettings.loopback(0),
                new RadarServices(
                        RadarQueries.of(RUN), Optional.of(new MemoryCases()), Optional.empty(), Clock.systemUTC()))) {
            List<Future<List<String>>> found = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(20241231 + client);
                found.add(clients.submit(() -> brokenBy(random, REQUESTS / CLIENTS, server.port())));
            }
            for (Future<List<String>> some : found) {
                broken.addAll(some.get());
            }
            assertEquals(200, new ApiClient(server).get("/api/health/").statusCode());
        } finally {
            clients.shutdownNow();
        }
        assertEquals(List.of(), broken);
    }

    private static List<String> brokenBy(Random random, int requests, int port) throws Exception {
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            byte[] request = request(random);
            int status = status(port, request);
            if (status < 200 || status >= 500) {
                broken.add(status + " for "
                        + new String(request, StandardCharsets.UTF_8).lines().findFirst());
            }
        }
        return broken;
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] request(Random random) {
        boolean write = random.nextInt(5) == 0;
        StringBuilder target =
                new StringBuilder(pick(write ? WRITES : PATHS, random).replace("ID", id(random)));
        int parameters = random.nextInt(4);
        for (int p = 0; p < parameters; p++) {
            target.append(p == 0 ? '?' : '&')
                    .append(pick(NAMES, random))
                    .append('=')
                    .append(pick(VALUES, random));
        }
        String body = write ? pick(BODIES, random) : "";
        StringBuilder head = new StringBuilder(write ? "POST " : random.nextInt(20) == 0 ? "HEAD " : "GET ")
                .append(encoded(target.toString()))
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (int h = random.nextInt(3); h > 0; h--) {
            head.append(pick(HEADERS, random)).append("\r\n");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (write) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, request, start.length, bytes.length);
        if (random.nextInt(10) == 0 && !write) {
            // A flipped byte in the request line, which must stay one line.
            int at = 4 + random.nextInt(Math.max(1, target.length() - 4));
            request[at] = (byte) (33 + random.nextInt(90));
        }
        return request;
    }

    private static String id(Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                ApiClient.encode(RUN.panel().index().id(random.nextInt(24)).value());
            case 1 ->
                ApiClient.encode(
                        RUN.alerts().get(random.nextInt(RUN.alerts().size())).id());
            case 2 ->
                ApiClient.encode(
                        RUN.actions().get(random.nextInt(RUN.actions().size())).id());
            default -> pick(VALUES, random);
        };
    }

    /** Spaces and line ends would end the request line; everything else goes out as it is. */
    private static String encoded(String target) {
        return target.replace(" ", "%20").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static int status(int port, byte[] request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] line = in.readNBytes(12);
            String text = new String(line, StandardCharsets.ISO_8859_1);
            return text.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(text.substring(9)) : -1;
        }
    }
}
