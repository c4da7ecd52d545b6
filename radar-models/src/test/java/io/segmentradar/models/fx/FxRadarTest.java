package io.segmentradar.models.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxReport.Status;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.fx.FxSensitivity;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FxRadarTest {
    private static final int MONTHS = 36;
    private static final int SEGMENTS = 240;
    private static final YearMonth FIRST = YearMonth.of(2022, 1);
    private static final FxPolicy POLICY =
            FxPolicy.of("exports", "imports", List.of("fx_amount"), List.of("limit"), List.of("deposits"));

    private final double[] truth = new double[SEGMENTS];
    private final MonthlySeries rate = rate(90);
    private final SegmentPanel panel = panel(1);

    /** Calm and wild years in turn, ending with the panel's last month. */
    private static MonthlySeries rate(int months) {
        Random random = new Random(12);
        TreeMap<YearMonth, Double> values = new TreeMap<>();
        double value = 1200;
        for (int m = months - 1; m >= 0; m--) {
            value *= Math.exp((m / 12 % 2 == 0 ? 0.03 : 0.008) * random.nextGaussian());
            values.put(FIRST.plusMonths(MONTHS - 1L - m), value);
        }
        values.put(FIRST.plusMonths(MONTHS - 1L), values.get(FIRST.plusMonths(MONTHS - 2L)) * 1.06);
        return new MonthlySeries("usdkrw", new Label("원/달러", "USD/KRW"), values, 0);
    }

    /** Exporters, importers and balanced segments in turn; the last ten without FX business. */
    private SegmentPanel panel(double unit) {
        Random random = new Random(3);
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < SEGMENTS; s++) {
            keys.add(SegmentKey.of("industry" + s % 12, String.format(Locale.ROOT, "s%04d", s)));
        }
        SegmentIndex index = new SegmentIndex(keys);
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name :
                List.of(SegmentPanel.CUSTOMER_COUNT, "exports", "imports", "fx_amount", "deposits", "limit")) {
            columns.put(name, new double[SEGMENTS * MONTHS]);
        }
        for (int s = 0; s < SEGMENTS; s++) {
            int row = index.row(keys.get(s).id()).orElseThrow();
            truth[row] = (s % 12 < 6 ? 1 : -1) + 0.5 * random.nextGaussian();
            double share = s % 3 == 0 ? 0.9 : s % 3 == 1 ? 0.1 : 0.5;
            double level = s >= SEGMENTS - 10 ? 0 : unit * Math.exp(2 * random.nextGaussian());
            double noise = 0.03 + 0.1 * random.nextDouble();
            for (int m = 0; m < MONTHS; m++) {
                double move = m == 0
                        ? 0
                        : Math.log(rate.values().get(FIRST.plusMonths(m))
                                / rate.values().get(FIRST.plusMonths(m - 1L)));
                level *= Math.exp(truth[row] * move + noise * random.nextGaussian());
                int cell = row * MONTHS + m;
                columns.get(SegmentPanel.CUSTOMER_COUNT)[cell] = 10;
                columns.get("exports")[cell] = share * level;
                columns.get("imports")[cell] = (1 - share) * level;
                columns.get("fx_amount")[cell] = level;
                columns.get("deposits")[cell] = unit * (100 + random.nextInt(50));
                columns.get("limit")[cell] = 0.5 + 0.1 * random.nextDouble();
            }
        }
        return SegmentPanel.of(index, new MonthAxis(FIRST, MONTHS), columns, columns.keySet());
    }

    private FxReport report() {
        return new FxRadar().analyse(panel, POLICY, List.of(rate));
    }

    @Test
    void aSegmentWithoutFxBusinessIsNotExposed() {
        assertEquals(SEGMENTS - 10, report().segments().size());
    }

    @Test
    void aRatioThatASegmentDoesNotHaveIsLeftOutForThatSegment() {
        double[] limit = new double[SEGMENTS * MONTHS];
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : panel.columns()) {
            double[] values = name.equals("limit") ? limit : new double[limit.length];
            for (int cell = 0; cell < limit.length; cell++) {
                int row = cell / MONTHS;
                boolean none = name.equals("limit") && row % 2 == 0;
                values[cell] = none ? Double.NaN : panel.column(name).recorded(row, cell % MONTHS);
            }
            columns.put(name, values);
        }
        SegmentPanel some = SegmentPanel.of(panel.index(), panel.months(), columns, columns.keySet());
        FxPolicy policy =
                FxPolicy.of("exports", "imports", List.of("fx_amount", "limit"), List.of("limit"), List.of("deposits"));

        for (FxSegment segment :
                new FxRadar().analyse(some, policy, List.of(rate)).segments()) {
            List<String> known =
                    segment.sensitivities().stream().map(FxSensitivity::kpi).toList();
            boolean none = some.index().row(segment.id()).orElseThrow() % 2 == 0;
            assertEquals(none ? List.of("fx_amount") : List.of("fx_amount", "limit"), known);
        }
    }

    @Test
    void theSignOfASensitivityIsRightWhereItIsSure() {
        int sure = 0;
        int right = 0;
        int inside = 0;
        int all = 0;
        for (FxSegment segment : report().segments()) {
            double planted = truth[panel.index().row(segment.id()).orElseThrow()];
            FxSensitivity found = segment.sensitivities().get(0);
            all++;
            inside += found.lower() <= planted && planted <= found.upper() ? 1 : 0;
            if (Math.abs(found.t()) > 2) {
                sure++;
                right += found.elasticity() * planted > 0 ? 1 : 0;
            }
        }
        assertTrue(sure > 50 && right >= 0.95 * sure, right + " of " + sure);
        assertTrue(inside >= 0.85 * all && inside <= 0.97 * all, inside + " of " + all);
    }

    @Test
    void anExporterGainsWhereAnImporterLoses() {
        for (FxSegment segment : report().segments()) {
            switch (segment.kind()) {
                case EXPORTER -> assertTrue(segment.positionEffect() > 0);
                case IMPORTER -> assertTrue(segment.positionEffect() < 0);
                case BALANCED -> assertTrue(segment.hedge() > 0.8);
            }
        }
        assertEquals(1, report().market().orElseThrow().now().trend().direction());
    }

    @Test
    void scoresAreSpreadOverTheWholeRangeWhateverTheUnit() {
        List<FxSegment> segments = report().segments();
        double[] risks = segments.stream()
                .mapToDouble(segment -> segment.scores().orElseThrow().risk())
                .sorted()
                .toArray();
        for (int i = 0; i < risks.length; i++) {
            assertEquals(100 * (i + 0.5) / risks.length, risks[i], 1.5);
        }
        for (FxSegment segment : segments) {
            FxScores scores = segment.scores().orElseThrow();
            assertEquals(1, sum(scores.opportunityShares()), 1e-12);
            assertEquals(1, sum(scores.riskShares()), 1e-12);
        }
        FxReport inOtherUnit = new FxRadar().analyse(panel(1 << 20), POLICY, List.of(rate));
        for (int i = 0; i < segments.size(); i++) {
            assertEquals(segments.get(i).id(), inOtherUnit.segments().get(i).id());
        }
    }

    private static double sum(Map<?, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void theMostUrgentComeFirstAndAmongThemTheLargest() {
        FxSegment before = null;
        for (FxSegment segment : report().segments()) {
            if (before != null) {
                int step = segment.scores()
                        .orElseThrow()
                        .grade()
                        .compareTo(before.scores().orElseThrow().grade());
                assertTrue(step > 0 || step == 0 && segment.amount() <= before.amount());
            }
            before = segment;
        }
    }

    @Test
    void withoutARateThereIsNoRegimeAndNoScoreButTheExposureIsKnown() {
        FxReport report = new FxRadar().analyse(panel, POLICY, List.of());

        assertEquals(Status.NO_RATE, report.status());
        assertTrue(report.market().isEmpty());
        assertEquals(SEGMENTS - 10, report.segments().size());
        assertTrue(report.segments().stream()
                .allMatch(segment ->
                        segment.scores().isEmpty() && segment.sensitivities().isEmpty()));
    }

    @Test
    void aRateThatEndsTooEarlyOrIsTooShortGivesNoRegime() {
        MonthlySeries stale = cut(rate, FIRST.plusMonths(30));
        assertEquals(
                Status.RATE_TOO_SHORT,
                new FxRadar().analyse(panel, POLICY, List.of(stale)).status());
        assertEquals(
                Status.RATE_TOO_SHORT,
                new FxRadar().analyse(panel, POLICY, List.of(rate(20))).status());
    }

    @Test
    void aShortRateHasARegimeByRuleAndNoHiddenOne() {
        FxReport report = new FxRadar().analyse(panel, POLICY, List.of(rate(50)));

        assertEquals(Status.KNOWN, report.status());
        assertTrue(report.market().orElseThrow().hidden().isEmpty());
    }

    @Test
    void whatIsSaidOfAMonthDoesNotChangeWhenLaterMonthsAreAdded() {
        double[] changes = changes(300);
        HiddenRegime whole = HiddenRegimes.of(FIRST, changes).orElseThrow();
        for (int months : new int[] {60, 61, 72, 150, 299}) {
            HiddenRegime then =
                    HiddenRegimes.of(FIRST, Arrays.copyOf(changes, months)).orElseThrow();
            assertEquals(whole.months().subList(0, then.months().size()), then.months());
        }
        HiddenRegime before =
                HiddenRegimes.of(FIRST, Arrays.copyOf(changes, 299)).orElseThrow();
        assertEquals(
                before.largeMoveProbability(),
                whole.months().get(whole.months().size() - 1).largeMove().orElseThrow());
    }

    @Test
    void theOutlookAndTheTransitionsAreProbabilities() {
        HiddenRegime hidden = HiddenRegimes.of(FIRST, changes(200)).orElseThrow();

        hidden.transition()
                .forEach(row -> assertEquals(
                        1, row.stream().mapToDouble(Double::doubleValue).sum(), 1e-9));
        assertEquals(3, hidden.outlook().size());
        hidden.outlook().forEach(month -> assertEquals(1, month.low() + month.medium() + month.high(), 1e-9));
        assertEquals(FIRST.plusMonths(200), hidden.outlook().get(0).month());
    }

    @Test
    void whereVolatilityComesInSpellsTheForecastsBeatTheFrequencyAndWhereItDoesNotTheyDoNotMuch() {
        HiddenRegime spells = HiddenRegimes.of(FIRST, changes(400)).orElseThrow();
        assertTrue(spells.beatsClimatology(), spells.skill().toString());

        Random random = new Random(5);
        double[] even =
                random.doubles(400).map(u -> random.nextGaussian() * 0.02).toArray();
        double gain = HiddenRegimes.of(FIRST, even).orElseThrow().skill().stream()
                .mapToDouble(skill -> skill.climatologyLoss() - skill.modelLoss())
                .max()
                .orElseThrow();
        assertTrue(gain < 0.02, "gain " + gain);
    }

    private static double[] changes(int n) {
        Random random = new Random(8);
        double[] changes = new double[n];
        for (int t = 0; t < n; t++) {
            changes[t] = (t / 25 % 3 == 2 ? 0.06 : t / 25 % 3 == 1 ? 0.02 : 0.006) * random.nextGaussian();
        }
        return changes;
    }

    private static MonthlySeries cut(MonthlySeries series, YearMonth last) {
        return new MonthlySeries(
                series.id(), series.label(), new TreeMap<>(series.values().headMap(last, true)), 0);
    }
}
