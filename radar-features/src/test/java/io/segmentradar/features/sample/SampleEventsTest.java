package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertType;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleEventsTest {
    private static final SampleText SAMPLE = SampleText.of(8000, 18, 4);
    private static final Map<YearMonth, Map<String, List<List<String>>>> ROWS = SAMPLE.rows().stream()
            .collect(Collectors.groupingBy(SAMPLE::month, Collectors.groupingBy(SAMPLE::segment)));
    private static final YearMonth LAST = SampleRequest.DEFAULT_FIRST.plusMonths(17);

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "예금총잔액", List.of("요구불예금잔액", "거치식예금잔액", "적립식예금잔액"),
            "대출총잔액", List.of("여신_운전자금대출잔액", "여신_시설자금대출잔액"),
            "카드총사용", List.of("신용카드사용금액", "체크카드사용금액"),
            "디지털거래금액", List.of("인터넷뱅킹거래금액", "스마트뱅킹거래금액", "폰뱅킹거래금액"),
            "순유입", List.of("요구불입금금액", "요구불출금금액"),
            "FX총액", List.of("외환_수출실적금액", "외환_수입실적금액"));

    @Test
    void eventsBeginInTheLastYearAndSeveralInTheLastMonth() {
        List<SampleEvent> events = SAMPLE.summary().events();
        assertTrue(events.size() > 30 && events.size() < 120, "events: " + events.size());
        assertTrue(events.stream().allMatch(event -> event.start().isAfter(LAST.minusMonths(12))));
        assertTrue(events.stream().filter(event -> event.start().equals(LAST)).count() >= 4);
        assertEquals(
                events.size(),
                events.stream().map(SampleEvent::segment).distinct().count());
        for (SampleEvent event : events) {
            assertTrue(COLUMNS.containsKey(event.kpi()), event.kpi());
            assertTrue(!event.start().plusMonths(event.durationMonths() - 1L).isAfter(LAST));
        }
    }

    /**
     * Drops and spikes against the segment's own month before, by the labelled factor: the segments' own moves are
     * noise around it.
     */
    @Test
    void dropsAndSpikesAreSeenInTheAggregatedData() {
        List<SampleEvent> jumps = SAMPLE.summary().events().stream()
                .filter(event ->
                        event.type() != AlertType.INFLECTION && !event.kpi().equals("순유입"))
                .toList();
        double[] errors = jumps.stream()
                .mapToDouble(event -> Math.log(amount(event, event.start())
                        / amount(event, event.start().minusMonths(1))
                        / event.factor(0)))
                .toArray();
        assertTrue(jumps.size() >= 15, "jumps: " + jumps.size());
        assertEquals(0, median(errors), 0.12, Arrays.toString(errors));
        assertTrue(median(Arrays.stream(errors).map(Math::abs).toArray()) < 0.35, Arrays.toString(errors));
    }

    @Test
    void netInflowEventsShiftTheBalanceOfFlows() {
        List<SampleEvent> events = List.of(4L, 5L, 6L).stream()
                .map(seed -> SampleText.of(6000, 6, seed))
                .flatMap(sample -> sample.summary().events().stream()
                        .filter(event -> event.kpi().equals("순유입") && event.type() != AlertType.INFLECTION)
                        .filter(event -> shifts(sample, event)))
                .toList();
        assertTrue(events.size() >= 4, "visible net inflow events: " + events.size());
    }

    @Test
    void anEventActsAsItsLabelSays() {
        SampleEvent drop = event(AlertType.DROP, 0.4, 3);
        assertEquals(List.of(1.0, 0.6, 0.6, 0.6, 1.0), factors(drop, -1, 3));
        SampleEvent spike = event(AlertType.SPIKE, 0.5, 1);
        assertEquals(List.of(1.0, 1.5, 1.0), factors(spike, -1, 1));
        SampleEvent turn = event(AlertType.INFLECTION, -0.6, 9);
        assertEquals(0.9, turn.factor(0), 1e-12);
        assertEquals(0.4, turn.factor(5), 1e-12);
        assertEquals(0.4, turn.factor(8), 1e-12);
    }

    @Test
    void theTruthIsWrittenAsOneRowAnEvent() throws IOException {
        StringBuilder out = new StringBuilder();
        SAMPLE.summary().writeEvents(out);
        String[] lines = out.toString().split("\n");
        assertEquals("segment_id,kpi,start_month,type,magnitude,duration_months", lines[0]);
        assertEquals(SAMPLE.summary().events().size() + 1, lines.length);
        for (int i = 1; i < lines.length; i++) {
            assertTrue(
                    lines[i].matches("(\"[^\"]+\"|[^,\"]+),[^,]+,20\\d{4},(DROP|SPIKE|INFLECTION),-?0\\.\\d{1,3},\\d+"),
                    lines[i]);
        }
    }

    @Test
    void theExchangeRateIsWrittenMonthByMonth() throws IOException {
        StringBuilder out = new StringBuilder();
        SAMPLE.summary().writeUsdKrw(out);
        String[] lines = out.toString().split("\n");
        assertEquals("month,usd_krw", lines[0]);
        assertEquals("2022-01,1195.0", lines[1]);
        assertEquals(19, lines.length);
    }

    private static boolean shifts(SampleText sample, SampleEvent event) {
        double inflow = 0;
        double net = 0;
        for (List<String> row : sample.rows()) {
            if (sample.month(row).equals(event.start())
                    && sample.segment(row).equals(event.segment().value())) {
                inflow += sample.number(row, "요구불입금금액");
                net += sample.number(row, "요구불입금금액") - sample.number(row, "요구불출금금액");
            }
        }
        return Math.signum(net) == Math.signum(event.factor(0) - 1) && Math.abs(net) > 0.15 * inflow;
    }

    private static double amount(SampleEvent event, YearMonth month) {
        return ROWS.get(month).get(event.segment().value()).stream()
                .collect(Collectors.summingDouble(row -> COLUMNS.get(event.kpi()).stream()
                        .mapToDouble(column -> SAMPLE.number(row, column))
                        .sum()));
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static SampleEvent event(AlertType type, double magnitude, int months) {
        SampleEvent any = SAMPLE.summary().events().get(0);
        return new SampleEvent(any.segment(), any.kpi(), any.start(), type, magnitude, months);
    }

    private static List<Double> factors(SampleEvent event, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(event::factor).toList();
    }
}
