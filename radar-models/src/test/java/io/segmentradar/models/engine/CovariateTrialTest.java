package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.features.calendar.BusinessCalendars;
import io.segmentradar.features.matrix.FeatureBuilder;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.AlikeKin;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.growth.GrowthSettings;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CovariateTrialTest {
    private static final int MONTHS = 42;
    private static final int DELAY = 3;
    private static final YearMonth FIRST = YearMonth.of(2022, 1);

    /** A random walk from three months before the panel on. */
    private static double[] walk(long seed) {
        Random random = new Random(seed);
        double[] walk = new double[MONTHS + DELAY];
        walk[0] = 1300;
        for (int m = 1; m < walk.length; m++) {
            walk[m] = walk[m - 1] * Math.exp(0.04 * random.nextGaussian());
        }
        return walk;
    }

    private static MonthlySeries series(String id, double[] walk, int lag) {
        TreeMap<YearMonth, Double> values = new TreeMap<>();
        for (int m = 0; m < walk.length; m++) {
            values.put(FIRST.plusMonths(m - DELAY - lag), walk[m]);
        }
        return new MonthlySeries(id, new Label(id, id), values, lag);
    }

    /** Balances that follow {@code driver} with a delay of three months, each with noise of its own. */
    private static SegmentPanel following(double[] driver) {
        SegmentPanel plain = EnginePanels.panel(40, MONTHS, 1, 1);
        double[] customers = new double[40 * MONTHS];
        double[] balance = new double[40 * MONTHS];
        Random random = new Random(5);
        for (int s = 0; s < 40; s++) {
            for (int m = 0; m < MONTHS; m++) {
                customers[s * MONTHS + m] = 10;
                balance[s * MONTHS + m] = (100 + s) * driver[m] / 1300 * Math.exp(0.02 * random.nextGaussian());
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        columns.put("balance", balance);
        return SegmentPanel.of(plain.index(), plain.months(), columns, columns.keySet());
    }

    private static CovariateTrial.Result judge(SegmentPanel panel, List<MonthlySeries> offered) {
        Kpi kpi = EnginePanels.KPIS.kpi("balance");
        KpiCatalog kpis = new KpiCatalog(List.of(kpi), List.of());
        ForecastTask task = new ForecastTask(panel, EnginePanels.HIERARCHY, kpis, "none", offered, 42, 1);
        SeriesBlock block = SeriesBlock.of(panel, EnginePanels.HIERARCHY, kpis);
        FitSchedule schedule = FitSchedule.of(panel.months(), BacktestPlan.STANDARD);
        KpiWorkspace workspace =
                new KpiWorkspace(task, kpi, block, schedule, new AlikeKin(block, kpis), GrowthSettings::standard);
        var matrix = FeatureBuilder.build(
                block, kpis, kpi, workspace.level(), BusinessCalendars.named("none"), offered, Optional.empty());
        return new CovariateTrial(workspace, 42).judge(matrix);
    }

    @Test
    void aSeriesThatLeadsEarnsItsPlaceAndOneThatHasNothingToDoWithItDoesNot() {
        double[] driver = walk(1);
        CovariateTrial.Result result =
                judge(following(driver), List.of(series("leads", driver, 0), series("noise", walk(99), 0)));

        CovariateVerdict leads = result.verdicts().get(0);
        CovariateVerdict noise = result.verdicts().get(1);
        assertTrue(leads.used() && leads.gain() > 0.1, leads::toString);
        assertTrue(!noise.used() && noise.gain() < 0.05, noise::toString);
        assertEquals(List.of("leads"), result.used().get(result.used().size() - 1));
        assertEquals(List.of(), result.used().get(0), "the first training has no evidence yet");
    }

    @Test
    void aSeriesPublishedLateIsUsedLate() {
        SegmentPanel panel = following(walk(1));
        double[] driver = walk(1);
        Kpi kpi = EnginePanels.KPIS.kpi("balance");
        KpiCatalog kpis = new KpiCatalog(List.of(kpi), List.of());
        SeriesBlock block = SeriesBlock.of(panel, EnginePanels.HIERARCHY, kpis);
        MonthlySeries late = series("late", driver, 2);
        TreeMap<YearMonth, Double> changed = new TreeMap<>(late.values());
        YearMonth origin = panel.months().at(20);
        changed.tailMap(origin.minusMonths(1), true).replaceAll((month, value) -> value * 2);
        var space = io.segmentradar.features.matrix.GrowthSpace.level(block.values("balance"), MONTHS, 1);
        var calendar = BusinessCalendars.named("none");
        var one = FeatureBuilder.build(block, kpis, kpi, space, calendar, List.of(late));
        var two = FeatureBuilder.build(
                block, kpis, kpi, space, calendar, List.of(new MonthlySeries("late", late.label(), changed, 2)));
        int feature = one.schema().features().indexOf("covariate_late");
        int row = block.start(block.levels().size() - 1) * MONTHS;
        for (int m = 3; m <= 20; m++) {
            assertEquals(one.at(row + m, feature), two.at(row + m, feature), "unpublished at " + m);
        }
        assertTrue(one.at(row + 21, feature) != two.at(row + 21, feature), "published a month later");
        assertEquals(SegmentKey.ANY, block.key(0).value(0));
    }
}
