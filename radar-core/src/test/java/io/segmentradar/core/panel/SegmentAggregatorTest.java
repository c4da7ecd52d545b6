package io.segmentradar.core.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentAggregatorTest {
    private static final double BLANK = Double.NaN;
    private static final YearMonth FIRST = YearMonth.of(2023, 12);
    private static final KpiFormula IN = new KpiFormula(List.of(new Term(1, "in")));
    private static final KpiFormula OUT = new KpiFormula(List.of(new Term(1, "out")));
    private static final KpiFormula NET = new KpiFormula(List.of(new Term(1, "in"), new Term(-1, "out")));
    private static final PanelLayout LAYOUT = new PanelLayout(
            2,
            List.of("in", "out"),
            List.of("accounts"),
            new KpiCatalog(
                    List.of(new Kpi("net", new Label("순", "net"), KpiKind.SIGNED_FLOW, NET)),
                    List.of(new Ratio("share", new Label("율", "share"), IN, OUT))),
            0);

    private final SegmentAggregator aggregator = new SegmentAggregator(LAYOUT);

    @Test
    void sumsAmountsAndRangesAndCountsCustomersBySegmentAndMonth() {
        add(FIRST, "b", 10, 4, 2);
        add(FIRST, "a", 1, 1, 0);
        add(FIRST, "b", 20, 6, 3.5);
        SegmentPanel panel = aggregator.panel();

        assertEquals(List.of("a|x", "b|x"), ids(panel));
        assertEquals(2, panel.column(SegmentPanel.CUSTOMER_COUNT).value(1, 0));
        assertEquals(30, panel.column("in").value(1, 0));
        assertEquals(20, panel.column("net").value(1, 0));
        assertEquals(3, panel.column("share").value(1, 0));
        assertEquals(5.5, panel.column("accounts").value(1, 0));
        assertEquals(2.75, panel.column("accounts:mean").value(1, 0));
    }

    @Test
    void blankCellsAddNothingAndAColumnBlankInEveryRowIsMissing() {
        add(FIRST, "a", 5, BLANK, BLANK);
        add(FIRST, "a", BLANK, BLANK, 4);
        add(FIRST, "b", BLANK, 7, BLANK);
        SegmentPanel panel = aggregator.panel();

        assertEquals(5, panel.column("in").value(0, 0));
        assertTrue(panel.column("out").isMissing(0, 0));
        assertEquals(5, panel.column("net").value(0, 0), "a missing term adds nothing");
        assertTrue(panel.column("share").isMissing(0, 0));
        assertEquals(4, panel.column("accounts:mean").value(0, 0), "the mean is over those who have a value");
        assertEquals(-7, panel.column("net").value(1, 0));
        assertTrue(panel.column("accounts").isMissing(1, 0));
    }

    @Test
    void aKpiWhoseTermsAreAllMissingIsMissing() {
        add(FIRST, "a", BLANK, BLANK, 1);

        assertTrue(aggregator.panel().column("net").isMissing(0, 0));
    }

    @Test
    void aMonthWithoutRowsIsZeroButHasNoMeanAndNoRatio() {
        add(FIRST, "a", 5, 1, 2);
        add(FIRST.plusMonths(1), "b", 5, 1, 2);
        add(FIRST.plusMonths(2), "a", 6, 1, 2);
        SegmentPanel panel = aggregator.panel();

        assertEquals(0, panel.column(SegmentPanel.CUSTOMER_COUNT).value(0, 1));
        assertEquals(0, panel.column("net").value(0, 1));
        assertEquals(0, panel.column("accounts").value(0, 1));
        assertTrue(panel.column("accounts:mean").isMissing(0, 1));
        assertTrue(panel.column("share").isMissing(0, 1));
        assertTrue(panel.column("net").isMissing(1, 0), "before birth");
    }

    @Test
    void aColumnThatNobodyDeliversInAMonthIsMissingForSegmentsWithoutRowsToo() {
        add(FIRST, "a", 5, 1, 2);
        add(FIRST.plusMonths(1), "b", 5, BLANK, 2);
        SegmentPanel panel = aggregator.panel();

        assertTrue(panel.column("out").isMissing(0, 1));
        assertEquals(0, panel.column("in").value(0, 1));
    }

    @Test
    void aZeroDenominatorMakesARatioMissing() {
        add(FIRST, "a", 5, 0, 2);

        assertTrue(aggregator.panel().column("share").isMissing(0, 0));
    }

    @Test
    void keysThatWouldJoinToTheSameTextStaySeparate() {
        aggregator.accept(Rows.row(FIRST, List.of("a|b", "c"), List.of(1.0, 0.0), List.of(0.0)));
        aggregator.accept(Rows.row(FIRST, List.of("a", "b|c"), List.of(2.0, 0.0), List.of(0.0)));

        assertEquals(2, aggregator.panel().segments());
    }

    @Test
    void monthsWithoutAnyRowAreNamed() {
        add(FIRST, "a", 1, 1, 1);
        add(FIRST.plusMonths(3), "a", 1, 1, 1);

        String message =
                assertThrows(InputRejectedException.class, aggregator::panel).getMessage();
        assertTrue(message.contains("2024-01, 2024-02"), message);
        assertTrue(message.contains("2023-12 to 2024-03"), message);
    }

    @Test
    void aStrayMonthFarAwayIsNotListedMonthByMonth() {
        add(FIRST, "a", 1, 1, 1);
        add(FIRST.plusMonths(900), "a", 1, 1, 1);

        String message =
                assertThrows(InputRejectedException.class, aggregator::panel).getMessage();
        assertTrue(message.contains("899 month(s)") && message.contains("875 more"), message);
    }

    @Test
    void noRowAtAllIsRefused() {
        assertThrows(InputRejectedException.class, aggregator::panel);
    }

    @Test
    void aSumBeyondTheRangeOfNumbersIsRefused() {
        add(FIRST, "a", Double.MAX_VALUE, 1, 1);
        add(FIRST, "a", Double.MAX_VALUE, 1, 1);

        String message =
                assertThrows(InputRejectedException.class, aggregator::panel).getMessage();
        assertTrue(message.contains("'a|x'") && message.contains("2023-12"), message);
    }

    @Test
    void onlyWhatMayBeAddedUpIsAdditive() {
        add(FIRST, "a", 5, 2, 2);
        add(FIRST, "b", 5, 2, 4);
        SegmentPanel bank =
                aggregator.panel().rollUp(SegmentHierarchy.standard(List.of()).bank());

        assertEquals(10, bank.column("in").value(0, 0));
        assertFalse(bank.has("accounts:mean"));
    }

    @Test
    void panelColumnsMustHaveDifferentNames() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new PanelLayout(1, List.of("in", "net", "out"), List.of("in"), LAYOUT.kpis(), 0));

        assertTrue(refused.getMessage().contains("net") && refused.getMessage().contains("in"));
    }

    @Test
    void agreesWithMapsOfBoxedNumbersOnRandomRowsInAnyOrder() {
        Random random = new Random(7);
        List<Rows> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(Rows.row(
                    FIRST.plusMonths(random.nextInt(14)),
                    List.of("k" + random.nextInt(60), "m" + random.nextInt(40)),
                    List.of(amount(random), amount(random)),
                    List.of((double) random.nextInt(5))));
        }
        Map<String, Double> sums = new TreeMap<>();
        Map<String, Double> customers = new TreeMap<>();
        for (Rows row : rows) {
            String cell = row.key(0) + "|" + row.key(1) + "@" + row.monthNumber();
            customers.merge(cell, 1.0, Double::sum);
            if (!Double.isNaN(row.amount(1))) {
                sums.merge(cell, row.amount(1), Double::sum);
            }
        }
        rows.forEach(aggregator::accept);
        SegmentPanel panel = aggregator.panel();

        int cells = 0;
        for (int s = 0; s < panel.segments(); s++) {
            for (int m = panel.firstMonth(s); m < panel.months().count(); m++) {
                int number = panel.months().at(m).getYear() * 12
                        + panel.months().at(m).getMonthValue()
                        - 1;
                String cell = panel.index().id(s) + "@" + number;
                double expected = customers.getOrDefault(cell, 0.0);
                if (panel.column(SegmentPanel.CUSTOMER_COUNT).isMissing(s, m)) {
                    assertEquals(0, expected, cell);
                    continue;
                }
                cells += expected > 0 ? 1 : 0;
                assertEquals(expected, panel.column(SegmentPanel.CUSTOMER_COUNT).value(s, m), cell);
                double missing = expected > 0 ? BLANK : 0;
                assertEquals(
                        sums.getOrDefault(cell, missing), panel.column("out").orNaN(s, m), cell);
            }
        }
        assertEquals(customers.size(), cells, "every cell was compared");

        Collections.shuffle(rows, random);
        SegmentAggregator other = new SegmentAggregator(LAYOUT);
        rows.forEach(other::accept);
        SegmentPanel shuffled = other.panel();
        assertEquals(ids(panel), ids(shuffled));
        for (int s = 0; s < panel.segments(); s++) {
            assertArrayEquals(
                    panel.column("in").series(s), shuffled.column("in").series(s), 1e-9);
        }
    }

    private static double amount(Random random) {
        return random.nextInt(4) == 0 ? BLANK : random.nextInt(1_000_000) / 100.0;
    }

    private void add(YearMonth month, String key, double in, double out, double accounts) {
        aggregator.accept(Rows.row(month, List.of(key, "x"), List.of(in, out), List.of(accounts)));
    }

    private static List<String> ids(SegmentPanel panel) {
        return panel.index().ids().stream().map(id -> id.value()).toList();
    }
}
