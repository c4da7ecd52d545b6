package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How good forecasts are on panels unlike those on which settings were chosen: other lengths, magnitudes and courses. Not
 * a test; docs/quality.md says how to run it and what was seen.
 */
public final class MadeUpPanelsBenchmark {
    private static final int THREADS = 2;

    private MadeUpPanelsBenchmark() {}

    /**
     * @param args names of panels, or parts of names; all if none are given
     */
    public static void main(String[] args) {
        System.out.println(
                "panel,level,horizon,n,skill,coverage80,coverage90,interval_score_to_best_naive,bias,gap_after");
        for (MadeUpPanel panel : MadeUpPanel.all()) {
            if (args.length == 0 || List.of(args).stream().anyMatch(panel.name()::contains)) {
                measure(panel);
            }
        }
    }

    private static void measure(MadeUpPanel panel) {
        ForecastOptions options = ForecastOptions.STANDARD.withBacktest(
                new BacktestPlan(panel.origins(), 1, BacktestPlan.STANDARD.refitEvery()));
        ForecastTask task = new ForecastTask(
                        panel.panel(1), EnginePanels.HIERARCHY, panel.kpis(), "none", List.of(), 42, THREADS)
                .with(options);
        try (ForecastOutcome outcome = new PanelForecastEngine(List.of()).forecast(task)) {
            AccuracyReport report = outcome.accuracy();
            double gap = report.adjustments().stream()
                    .mapToDouble(adjustment -> adjustment.coherenceError())
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            for (String level : List.of(SegmentHierarchy.SEGMENT, "industry", "bank")) {
                for (int horizon : List.of(1, 3)) {
                    print(panel, report, level, horizon, gap);
                }
            }
        }
    }

    private static void print(MadeUpPanel panel, AccuracyReport report, String level, int horizon, double gap) {
        List<AccuracyReport.Row> rows = report.rows().stream()
                .filter(row -> row.level().equals(level)
                        && row.horizon() == horizon
                        && row.sizeClass().equals(AccuracyReport.ALL_SIZES))
                .toList();
        double naive = rows.stream()
                .filter(row -> !row.model().equals(AccuracyReport.PUBLISHED) && Double.isFinite(row.winkler90()))
                .min(Comparator.comparingDouble(AccuracyReport.Row::winkler90))
                .map(AccuracyReport.Row::winkler90)
                .orElse(Double.NaN);
        rows.stream()
                .filter(row -> row.model().equals(AccuracyReport.PUBLISHED))
                .forEach(row -> System.out.printf(
                        Locale.ROOT,
                        "\"%s\",%s,%d,%d,%.3f,%.3f,%.3f,%.3f,%+.3f,%.0e%n",
                        panel.name(),
                        level,
                        horizon,
                        row.n(),
                        row.skill(),
                        row.coverage80(),
                        row.coverage90(),
                        row.winkler90() / naive,
                        row.bias(),
                        gap));
    }
}
