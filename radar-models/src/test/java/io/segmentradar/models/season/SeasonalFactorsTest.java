package io.segmentradar.models.season;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.features.calendar.BusinessCalendars;
import io.segmentradar.features.matrix.SeriesBlock;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalFactorsTest {
    private static final int MONTHS = 60;
    private static final int KNOWN = 53;
    private static final YearMonth FIRST = YearMonth.of(2014, 1);
    private static final double SATURDAY = 0.03;
    private static final double NOISE = 0.02;
    private static final Label LABEL = new Label("s", "s");

    /** Logarithm of what shops of one industry have in common, and what Saturdays add. */
    private static double truth(int industry, int month) {
        double[] season = new Random(1000 + industry).doubles(12, -0.2, 0.2).toArray();
        return season[month % 12] + SATURDAY * saturdays(FIRST.plusMonths(month));
    }

    private static double saturdays(YearMonth month) {
        double saturdays = 0;
        double sundays = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            saturdays += month.atDay(day).getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : 0;
            sundays += month.atDay(day).getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0;
        }
        return saturdays - sundays;
    }

    /**
     * Six industries in eight provinces that grow, with noise.
     *
     * @param season how much of the truth is there
     */
    private static SeriesBlock block(double season, double unit, double lateFactor) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            keys.add(SegmentKey.of("i" + i % 6, "p" + i / 6));
        }
        SegmentIndex index = new SegmentIndex(keys);
        double[] sales = new double[keys.size() * MONTHS];
        for (int i = 0; i < keys.size(); i++) {
            Random random = new Random(i);
            int row = index.row(keys.get(i).id()).orElseThrow();
            double level = 3 + i % 5;
            for (int m = 0; m < MONTHS; m++) {
                level += 0.01 + 0.01 * random.nextGaussian();
                double log = level + season * truth(i % 6, m) + NOISE * random.nextGaussian();
                sales[row * MONTHS + m] = unit * Math.exp(log) * (m > KNOWN ? lateFactor : 1);
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(
                SegmentPanel.CUSTOMER_COUNT, Arrays.stream(sales).map(x -> 10).toArray());
        columns.put("sales", sales);
        Kpi kpi = new Kpi("sales", LABEL, KpiKind.FLOW, new KpiFormula(List.of(new KpiFormula.Term(1, "sales"))));
        List<SegmentDimension> dimensions = List.of(
                new SegmentDimension("industry", "industry", LABEL, "none", List.of()),
                new SegmentDimension("province", "province", LABEL, "none", List.of()));
        return SeriesBlock.of(
                SegmentPanel.of(index, new MonthAxis(FIRST, MONTHS), columns, columns.keySet()),
                SegmentHierarchy.standard(dimensions),
                new KpiCatalog(List.of(kpi), List.of()));
    }

    private static SeasonalFactors factors(SeriesBlock block) {
        return SeasonalFactors.of(block, block.values("sales"), BusinessCalendars.named("none"), KNOWN);
    }

    /** Mean absolute error of the logarithm of the factors of the months to come, relieved of the yearly mean. */
    private static double error(SeriesBlock block, SeasonalFactors factors) {
        double error = 0;
        int first = block.start(block.levels().size() - 1);
        for (int node = first; node < block.nodes(); node++) {
            int industry = block.key(node).value(0).charAt(1) - '0';
            double mean = 0;
            for (int m = MONTHS - 12; m < MONTHS; m++) {
                mean += (Math.log(factors.at(node, m)) - truth(industry, m)) / 12;
            }
            for (int m = KNOWN + 1; m <= KNOWN + 3; m++) {
                error += Math.abs(Math.log(factors.at(node, m)) - truth(industry, m) - mean) / 3;
            }
        }
        return error / (block.nodes() - first);
    }

    @Test
    void seasonAndSaturdaysOfMonthsToComeAreToldMoreExactlyThanOneSeriesCould() {
        SeriesBlock block = block(1, 1, 1);
        SeasonalFactors factors = factors(block);
        assertTrue(factors.isCommon());
        // Five years, the recent ones weighing more, are worth 3.4: the noise of one series would leave 0.8 of it /
        // 1.8.
        assertEquals(0, error(block, factors), 0.35 * NOISE);
    }

    @Test
    void whatComesLaterChangesNothing() {
        SeriesBlock one = block(1, 1, 1);
        SeriesBlock other = block(1, 1, 3);
        SeasonalFactors before = factors(one);
        SeasonalFactors after = factors(other);
        for (int node = 0; node < one.nodes(); node++) {
            for (int m = 0; m < MONTHS + 3; m++) {
                assertEquals(before.at(node, m), after.at(node, m));
            }
        }
    }

    @Test
    void theUnitOfMoneyDoesNotMatter() {
        SeriesBlock one = block(1, 1, 1);
        SeriesBlock thousand = block(1, 1e3, 1);
        double[] adjusted = factors(one).adjust(one.values("sales"));
        double[] scaled = factors(thousand).adjust(thousand.values("sales"));
        assertArrayEquals(adjusted, Arrays.stream(scaled).map(x -> x / 1e3).toArray(), 1e-6);
    }

    @Test
    void seriesWithoutSeasonAreLeftAlone() {
        SeriesBlock block = block(0, 1, 1);
        SeasonalFactors factors = factors(block);
        assertFalse(factors.isCommon());
        int touched = 0;
        for (int node = 0; node < block.nodes(); node++) {
            touched += factors.isPresent(node) ? 1 : 0;
        }
        assertTrue(touched < 0.2 * block.nodes(), touched + " of " + block.nodes());
    }
}
