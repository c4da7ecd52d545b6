package io.segmentradar.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.http.api.RadarServices;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadEndpointsTest {
    private static final RadarRun RUN = RadarRuns.run();
    private static final RadarRun NOVEMBER = RadarRuns.run(3, YearMonth.of(2024, 11));
    private static RadarHttpServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        server =
                RadarHttpServer.start(HttpSettings.loopback(0), RadarServices.readOnly(RadarQueries.of(NOVEMBER, RUN)));
        api = new ApiClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void totalsOfTheOverviewAreTheSumsOfThePanelAndItsForecastTheBankNode() throws Exception {
        JsonNode overview = api.json("/api/overview/");

        double deposits = 0;
        for (int s = 0; s < RUN.panel().segments(); s++) {
            deposits += RUN.panel().column("deposits").value(s, 24);
        }
        assertEquals(deposits, overview.get("total_deposits").asDouble(), 1e-6 * deposits);
        assertEquals(RUN.panel().segments(), overview.get("total_segments").asInt());
        var bank = RUN.published()
                .find("bank", new SegmentId("*|*|*|*"), "deposits", YearMonth.of(2024, 12), Horizon.ONE)
                .orElseThrow();
        JsonNode next = overview.get("kpis").get("deposits").get("forecasts").get(0);
        assertEquals(bank.point(), next.get("predicted_value").asDouble());
        assertEquals(bank.interval90().upper(), next.get("upper_bound").asDouble());
        assertEquals(RUN.alerts().size(), overview.get("alert_count").asInt());
    }

    @Test
    void segmentsAreFilteredSortedAndPaged() throws Exception {
        String query = "/api/segments/?province=" + ApiClient.encode("서울") + "&grade=" + ApiClient.encode("우수")
                + "&sort_by=loans&page_size=4";
        JsonNode first = api.json(query);
        JsonNode second = api.json(query + "&page=2");

        assertEquals(6, first.get("total_count").asInt());
        assertEquals(4, first.get("segments").size());
        assertEquals(2, second.get("segments").size());
        List<Double> loans = new ArrayList<>();
        first.get("segments").forEach(row -> loans.add(row.get("loans").asDouble()));
        second.get("segments").forEach(row -> loans.add(row.get("loans").asDouble()));
        assertEquals(loans.stream().sorted((a, b) -> Double.compare(b, a)).toList(), loans);
        assertEquals("서울", first.get("segments").get(0).get("province").asText());
    }

    @Test
    void aSegmentWithSlashAndBarInItsNameIsFoundByItsEncodedId() throws Exception {
        SegmentId id = RUN.panel().index().id(RUN.panel().segments() - 1);
        assertTrue(id.value().contains("/"), id.value());

        JsonNode detail = api.json("/api/segments/" + ApiClient.encode(id.value()) + "/");
        JsonNode history = api.json("/api/segments/" + ApiClient.encode(id.value()) + "/history");

        assertEquals(id.value(), detail.get("segment_id").asText());
        assertEquals(18, detail.get("forecasts").size());
        assertEquals(2, detail.get("similar").size());
        assertEquals(25, history.get("total_months").asInt());
        JsonNode last = history.get("history").get(24);
        assertEquals("2024-12", last.get("month").asText());
        assertEquals(
                RUN.panel().column("deposits").value(RUN.panel().segments() - 1, 24),
                last.get("deposits").asDouble());
        assertEquals(54, history.get("forecasts").size());
    }

    @Test
    void aForecastOfAnEarlierOriginStandsBesideWhatCame() throws Exception {
        JsonNode answer = api.json("/api/forecasts/?level=industry&kpi=deposits&horizon=1&origin=2024-11");

        assertEquals(3, answer.get("total_count").asInt());
        for (JsonNode row : answer.get("forecasts")) {
            assertEquals("2024-12", row.get("forecast_month").asText());
            assertFalse(row.get("actual_value").isNull());
            assertTrue(
                    row.get("lower_bound").asDouble() <= row.get("upper_bound").asDouble());
        }
        JsonNode ahead = api.json("/api/forecasts/?kpi=" + ApiClient.encode("예금총잔액") + "&horizon=3&page_size=1");
        assertTrue(ahead.get("forecasts").get(0).get("actual_value").isNull());
        double chance = ahead.get("forecasts").get(0).get("probability_of_rise").asDouble();
        assertTrue(chance > 0.5 && chance < 1, "a forecast of +3 % makes a rise likely, got " + chance);
    }

    @Test
    void theWatchlistCarriesCausesThatSumToTheResidual() throws Exception {
        JsonNode answer = api.json("/api/watchlist/?type=DROP&limit=200");

        assertTrue(answer.get("total_count").asInt() > 3);
        for (JsonNode alert : answer.get("alerts")) {
            assertEquals("DROP", alert.get("alert_type").asText());
            assertEquals(
                    alert.get("residual").asDouble(),
                    alert.get("bridge").get("component").asDouble(),
                    1e-6 * Math.abs(alert.get("residual").asDouble()));
            assertEquals("NEW", alert.get("case").get("status").asText());
            assertTrue(alert.get("residual_zscore").asDouble() < -3, "p = 0.001 is 3.29 deviations down");
        }
        int all = api.json("/api/watchlist/").get("total_count").asInt();
        int spikes = api.json("/api/watchlist/?alert_type=" + ApiClient.encode("급증"))
                .get("total_count")
                .asInt();
        assertEquals(all, answer.get("total_count").asInt() + spikes);
    }

    @Test
    void anAlertTellsItsStoryAndItsPlaceOnTheWatchlist() throws Exception {
        JsonNode alerts = api.json("/api/watchlist/?limit=200").get("alerts");

        JsonNode first = alerts.get(0);
        assertTrue(first.get("message").get("ko").asText().contains("예측"), first.toString());
        assertTrue(first.get("message").get("en").asText().contains("expected"), first.toString());
        JsonNode place = null;
        for (JsonNode alert : alerts) {
            place = alert.get("watchlist").isNull() ? place : alert.get("watchlist");
        }
        assertEquals(1, place.get("rank").asInt());
        JsonNode related = alerts.findValue("related");
        assertTrue(related.isArray());
        assertEquals("largest loss", place.get("reason").get("en").asText());
    }

    @Test
    void whatWasHeldBackAndWhatIsOverIsTold() throws Exception {
        JsonNode held = api.json("/api/suppressed/?guardrail=COLD_START").get("suppressed");
        assertEquals(1, held.size());
        assertEquals("COLD_START", held.get(0).get("guardrail").asText());
        assertEquals("이력 부족", held.get(0).get("guardrail_label").get("ko").asText());
        assertEquals(
                0,
                api.json("/api/suppressed/?guardrail=CALENDAR")
                        .get("total_count")
                        .asInt());
        JsonNode over = api.json("/api/closed/").get("closed");
        assertEquals("2024-12", over.get(0).get("closed_in").asText());
    }

    @Test
    void recommendationsShowWorthAndWhyNot() throws Exception {
        JsonNode planned = api.json("/api/recommendations/?planned=true&limit=100");
        JsonNode dropped = api.json("/api/recommendations/?planned=false&limit=1");

        assertEquals(9, planned.get("total_count").asInt());
        JsonNode action = planned.get("actions").get(0);
        assertEquals(10, action.get("priority").asInt());
        assertEquals(
                action.get("value").asDouble(), action.get("expected_impact").asDouble());
        assertTrue(action.get("why_not").isNull());
        assertEquals(
                "No time left",
                dropped.get("actions").get(0).get("why_not").get("en").asText());
    }

    @Test
    void filtersCountAndTrendsAddUp() throws Exception {
        JsonNode filters = api.json("/api/filters/");
        int counted = 0;
        for (JsonNode province : filters.get("province")) {
            counted += province.get("count").asInt();
        }
        assertEquals(RUN.panel().segments(), counted);

        JsonNode bank = api.json("/api/kpi-trends/?kpi=deposits&months=3");
        JsonNode provinces = api.json("/api/kpi-trends/?kpi=deposits&months=3&group_by=province");
        assertEquals(3, bank.get("data").size());
        assertEquals(12, provinces.get("data").size());
        double sum = 0;
        for (JsonNode point : provinces.get("data")) {
            sum += point.get("month").asText().equals("2024-12")
                    ? point.get("value").asDouble()
                    : 0;
        }
        assertEquals(bank.get("data").get(2).get("value").asDouble(), sum, 1e-6 * sum);
        assertEquals(3, bank.get("forecasts").size());
        assertEquals(12, provinces.get("forecasts").size());
    }

    @Test
    void accuracyRunsAndManifestAreServed() throws Exception {
        assertEquals(18, api.json("/api/accuracy/").get("accuracy").size());
        assertTrue(api.json("/api/accuracy/?kpi=loans&horizon=2")
                .get("accuracy")
                .get(0)
                .get("diebold_mariano")
                .isNull());
        JsonNode runs = api.json("/api/runs/").get("runs");
        assertEquals("2024-12", runs.get(0).get("as_of").asText());
        JsonNode run = api.json("/api/runs/" + runs.get(1).get("run_id").asText() + "/");
        assertEquals(42, run.get("manifest").get("seed").asInt());
        assertEquals(
                "abc",
                run.get("data_quality").get("rejects").get(0).get("value").asText());
    }

    @Test
    void anOlderRunAnswersWhenItsMonthOrIdIsAskedFor() throws Exception {
        JsonNode now = api.json("/api/overview/");
        JsonNode byMonth = api.json("/api/overview/?month=2024-11");
        JsonNode byRun = api.json("/api/overview/?run=" + NOVEMBER.manifest().runId());

        assertEquals("2024-11", byMonth.get("month").asText());
        assertEquals(byMonth, byRun);
        assertNotEquals(now.get("total_deposits"), byMonth.get("total_deposits"));
    }

    @Test
    void answersAreTaggedAndCompressed() throws Exception {
        var plain = api.bytes("/api/segments/?page_size=50");
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        var packed = api.bytes("/api/segments/?page_size=50", "Accept-Encoding", "gzip");

        assertEquals(
                304,
                api.get("/api/segments/?page_size=50", "If-None-Match", tag).statusCode());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(packed.body().length < plain.body().length / 3);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    @Test
    void everyListCanBeHadAsCsvAndWorkbook() throws Exception {
        String csv = api.get("/api/segments/?format=csv").body();
        assertEquals('\uFEFF', csv.charAt(0));
        assertEquals(RUN.panel().segments() + 1, csv.lines().count());
        assertTrue(api.get("/api/recommendations/", "Accept", "text/csv").body().contains("\"예금이 줄었습니다, \"\"급감\"\"\""));

        byte[] workbook = api.bytes("/api/watchlist/?format=xlsx").body();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertEquals(RUN.alerts().size() + 1, book.getFirstSheet().read().size());
        }
        assertEquals(406, api.get("/api/overview/?format=csv").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/segments/?page=0, 400, page",
        "/api/segments/?page_size=201, 400, page_size",
        "/api/segments/?sort_by=secret, 400, sort_by",
        "/api/segments/?lifecycle=UNDEAD, 400, lifecycle",
        "/api/segments/?sevrity=HIGH, 400, sevrity",
        "/api/forecasts/?kpi=gold, 400, kpi",
        "/api/forecasts/?horizon=4, 400, horizon",
        "/api/forecasts/?horizon=two, 400, horizon",
        "/api/forecasts/?origin=2020-01, 400, origin",
        "/api/watchlist/?severity=BAD, 400, severity",
        "/api/kpi-trends/?group_by=shoe_size, 400, group_by",
        "/api/overview/?month=202213, 400, month",
        "/api/overview/?format=pdf, 400, format",
        "/api/overview/?month=2020-01, 404, run of month",
        "/api/overview/?run=nope, 404, nope",
        "/api/segments/nobody/, 404, nobody",
        "/api/segments/..%2F..%2Fetc%2Fpasswd/, 404, etc/passwd",
        "/api/alerts/x/, 404, alert",
        "/api/runs/x/, 404, run",
        "/api/nowhere/, 404, nowhere",
    })
    void everyMistakeIsAProblemDocumentThatNamesIt(String path, int status, String named) throws Exception {
        var response = api.get(path);

        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = new com.fasterxml.jackson.databind.ObjectMapper().readTree(response.body());
        assertEquals(status, problem.get("status").asInt());
        assertTrue(problem.get("detail").asText().contains(named), response.body());
        assertFalse(response.body().contains("Exception"), response.body());
    }

    @Test
    void writingToAReadOnlyServerIsRefusedInWords() throws Exception {
        String id = RUN.alerts().get(0).id();
        var response = api.post("/api/alerts/" + ApiClient.encode(id) + "/case/", "{\"version\":0}");

        assertEquals(409, response.statusCode(), response.body());
        assertTrue(new String(response.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .contains("--data"));
        assertEquals(405, api.post("/api/overview/", "{}").statusCode());
    }
}
