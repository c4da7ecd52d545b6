package io.segmentradar.core.panel.linkage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.LinkedBank.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerLinkageTest {
    private static final int MEMORY = 3;
    private static final List<Row> ROWS = LinkedBank.rows(5);

    private static RowStore store(List<Row> rows) {
        RowStore store = new RowStore(LinkedBank.AMOUNTS.size(), 0);
        for (Row row : rows) {
            store.add(row.segment() * LinkedBank.MONTHS + row.month());
            for (int t = 0; t < store.traits(); t++) {
                store.trait(t, row.amount(t));
            }
        }
        return store;
    }

    private static int[] cells() {
        return IntStream.range(0, LinkedBank.SEGMENTS * LinkedBank.MONTHS).toArray();
    }

    /** Links of a month to the month before, against the customers' true numbers. */
    @Test
    void findsTheSameCustomersAsTheirNumbersDo() {
        RowStore store = store(ROWS);
        int[] cells = cells();
        RowsByCell byCell = new RowsByCell(store, cells, LinkedBank.SEGMENTS, LinkedBank.MONTHS);
        LinkWeights weights =
                LinkWeights.learn(new PairSample(store, byCell, 6)).orElseThrow();
        MonthMatcher matcher = new MonthMatcher(weights);
        int linked = 0;
        int right = 0;
        int possible = 0;
        for (int segment = 0; segment < LinkedBank.SEGMENTS; segment++) {
            for (int month = 7; month < LinkedBank.MONTHS; month++) {
                Map<Integer, Integer> before = new HashMap<>();
                for (int i = 0; i < byCell.count(segment, month - 1); i++) {
                    before.put(ROWS.get(byCell.row(segment, month - 1, i)).customer(), i);
                }
                int[] links =
                        matcher.match(byCell.traits(store, segment, month - 1), byCell.traits(store, segment, month));
                for (int j = 0; j < links.length; j++) {
                    Integer truth =
                            before.get(ROWS.get(byCell.row(segment, month, j)).customer());
                    linked += links[j] == MonthMatcher.NONE ? 0 : 1;
                    possible += truth == null ? 0 : 1;
                    right += truth != null && truth == links[j] ? 1 : 0;
                }
            }
        }
        assertTrue(right >= 0.94 * linked, "precision " + (double) right / linked);
        assertTrue(right >= 0.94 * possible, "recall " + (double) right / possible);
    }

    @Test
    void aSegmentOfThousandsIsLinkedByNeighbours() {
        RowStore sample = store(ROWS);
        RowsByCell cells = new RowsByCell(sample, cells(), LinkedBank.SEGMENTS, LinkedBank.MONTHS);
        LinkWeights weights =
                LinkWeights.learn(new PairSample(sample, cells, 6)).orElseThrow();
        List<Row> rows = LinkedBank.segment(6000, 7);
        RowStore store = store(rows);
        RowsByCell byCell = new RowsByCell(store, cells(), 1, LinkedBank.MONTHS);
        int[] links = new MonthMatcher(weights).match(byCell.traits(store, 0, 7), byCell.traits(store, 0, 8));
        int linked = 0;
        int right = 0;
        for (int j = 0; j < links.length; j++) {
            linked += links[j] == MonthMatcher.NONE ? 0 : 1;
            right += links[j] != MonthMatcher.NONE
                            && rows.get(byCell.row(0, 7, links[j])).customer()
                                    == rows.get(byCell.row(0, 8, j)).customer()
                    ? 1
                    : 0;
        }
        assertTrue(right >= 0.85 * linked, "precision " + (double) right / linked);
        assertTrue(linked >= 0.6 * links.length, "linked " + (double) linked / links.length);
    }

    @Test
    void absentCustomersAndTheirMoneyAreNearlyThoseOfTheTrueNumbers() {
        SegmentPanel panel = LinkedBank.panel(ROWS, MEMORY);
        double[] counts = new double[LinkedBank.SEGMENTS * LinkedBank.MONTHS];
        double[] loans = new double[counts.length];
        Map<Integer, Row> last = new HashMap<>();
        List<Row> byMonth = new ArrayList<>(ROWS);
        byMonth.sort((a, b) -> Integer.compare(a.month(), b.month()));
        int next = 0;
        for (int month = 0; month < LinkedBank.MONTHS; month++) {
            for (; next < byMonth.size() && byMonth.get(next).month() == month; next++) {
                last.put(byMonth.get(next).customer(), byMonth.get(next));
            }
            for (Row row : last.values()) {
                if (row.month() < month && month - row.month() <= MEMORY) {
                    counts[row.segment() * LinkedBank.MONTHS + month]++;
                    loans[row.segment() * LinkedBank.MONTHS + month] += row.amount(1);
                }
            }
        }
        double[] foundCounts = column(panel, Absences.ABSENT_COUNT);
        double[] since = column(panel, Absences.sinceNow("lending"));
        double[] longer = column(panel, Absences.longer("lending"));
        double[] foundLoans = new double[since.length];
        for (int i = 0; i < since.length; i++) {
            foundLoans[i] = since[i] + longer[i];
        }
        assertTrue(distance(counts, foundCounts) < 0.18, "customers " + distance(counts, foundCounts));
        assertTrue(distance(loans, foundLoans) < 0.10, "loans " + distance(loans, foundLoans));
    }

    private static double distance(double[] truth, double[] found) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += Math.abs(truth[i] - found[i]);
            all += truth[i];
        }
        return sum / all;
    }

    private static double[] column(SegmentPanel panel, String name) {
        double[] values = new double[panel.segments() * panel.months().count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = panel.column(name)
                    .recorded(i / panel.months().count(), i % panel.months().count());
        }
        return values;
    }

    @Test
    void aTenthIsAbsentAndMostOfThemComeBack() {
        AbsenceShare share = AbsenceShare.of(LinkedBank.panel(ROWS, MEMORY)).orElseThrow();
        assertEquals(LinkedBank.ABSENT, share.usual(), 0.03);
        assertEquals(LinkedBank.ABSENT, share.now(), 0.05);
        assertEquals(0.9, share.back(), 0.15);
        assertTrue(AbsenceShare.of(LinkedBank.panel(ROWS, 0)).isEmpty());
    }

    @Test
    void theFutureNeverChangesWhoWasAbsentBefore() {
        SegmentPanel all = LinkedBank.panel(ROWS, MEMORY);
        for (int months = 3; months < LinkedBank.MONTHS; months++) {
            int known = months;
            SegmentPanel then = LinkedBank.panel(
                    ROWS.stream().filter(row -> row.month() < known).toList(), MEMORY);
            for (String name : Absences.columns(LinkedBank.KPIS)) {
                for (int s = 0; s < then.segments(); s++) {
                    int row = all.index().row(then.index().id(s)).orElseThrow();
                    for (int m = 0; m < months; m++) {
                        assertEquals(
                                then.column(name).recorded(s, m),
                                all.column(name).recorded(row, m),
                                name + " of month " + m + " as of " + months);
                    }
                }
            }
        }
    }

    @Test
    void theOrderOfMonthsInTheInputDoesNotMatter() {
        List<Row> backwards = new ArrayList<>(ROWS);
        backwards.sort((a, b) -> Integer.compare(b.month(), a.month()));
        SegmentPanel panel = LinkedBank.panel(ROWS, MEMORY);
        for (String name : Absences.columns(LinkedBank.KPIS)) {
            assertArrayEquals(column(panel, name), column(LinkedBank.panel(backwards, MEMORY), name), 0, name);
        }
    }

    @Test
    void rowsThatAreSumsOfASegmentAreNotLinked() {
        List<Row> single = ROWS.stream()
                .filter(row -> row.customer()
                        == ROWS.stream()
                                .filter(other -> other.segment() == row.segment())
                                .findFirst()
                                .orElseThrow()
                                .customer())
                .toList();
        assertFalse(LinkedBank.panel(single, MEMORY).has(Absences.ABSENT_COUNT));
        assertFalse(LinkedBank.panel(ROWS, 0).has(Absences.ABSENT_COUNT));
    }
}
