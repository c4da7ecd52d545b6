package io.segmentradar.cli.command;

import io.segmentradar.cli.Messages;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.models.combine.FitSchedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Which origins of a back-test are measured, how often models are trained, and which rows are shown. */
final class BacktestOptions {
    private static final String ONCE = "once";

    @Option(names = "--origins", paramLabel = "N")
    private Integer origins;

    @Option(names = "--step", paramLabel = "N")
    private Integer step;

    @Option(names = "--refit", paramLabel = "N|once")
    private String refit;

    @Option(names = "--horizons", paramLabel = "N", split = ",")
    private List<Integer> horizons = List.of();

    @Option(names = "--levels", paramLabel = "NAME", split = ",")
    private List<String> levels = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",")
    private List<String> methods = List.of();

    /**
     * @throws UsageException naming every value out of range
     */
    BacktestPlan plan(Messages messages) {
        List<String> problems = new ArrayList<>();
        require(origins == null || origins >= 1, "--origins " + origins + " (1 …)", problems);
        require(step == null || step >= 1, "--step " + step + " (1 …)", problems);
        require(
                refit == null || refit.equals(ONCE) || refit.matches("[1-9]\\d{0,3}"),
                "--refit " + refit + " (1 …, once)",
                problems);
        for (int horizon : horizons) {
            require(
                    horizon >= 1 && horizon <= Horizon.MAX,
                    "--horizons " + horizon + " (1.." + Horizon.MAX + ")",
                    problems);
        }
        if (!problems.isEmpty()) {
            throw new UsageException(messages.text("error.option", String.join(", ", problems)));
        }
        BacktestPlan usual = BacktestPlan.STANDARD;
        int every = refit == null ? usual.refitEvery() : refit.equals(ONCE) ? 0 : Integer.parseInt(refit);
        return new BacktestPlan(origins == null ? usual.origins() : origins, step == null ? usual.step() : step, every);
    }

    private static void require(boolean fine, String problem, List<String> problems) {
        if (!fine) {
            problems.add(problem);
        }
    }

    /**
     * Fails before the long work if these origins were asked for and the panel does not reach back to them, or if a level
     * does not exist.
     */
    void requirePossible(BacktestPlan plan, MonthAxis months, SegmentHierarchy hierarchy, Messages messages) {
        int possible = FitSchedule.of(months, plan).evaluatedOrigins();
        if ((origins != null || step != null) && possible < plan.origins()) {
            throw new UsageException(messages.text(
                    "backtest.too_many_origins", plan.origins(), plan.step(), plan.span(), months.count(), possible));
        }
        List<String> known = hierarchy.levels().stream().map(SegmentLevel::id).toList();
        requireKnown("--levels", levels, known, messages);
    }

    private static void requireKnown(String option, List<String> wanted, Collection<String> known, Messages messages) {
        List<String> unknown =
                wanted.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException(
                    messages.text("error.unknown", option, String.join(", ", unknown), String.join(", ", known)));
        }
    }

    /** The report with the rows that were asked for. */
    AccuracyReport shown(AccuracyReport all, Messages messages) {
        TreeSet<String> known = new TreeSet<>();
        all.rows().forEach(row -> known.add(row.model()));
        requireKnown("--methods", methods, known, messages);
        List<AccuracyReport.Row> rows = all.rows().stream()
                .filter(row -> (horizons.isEmpty() || horizons.contains(row.horizon()))
                        && (levels.isEmpty() || levels.contains(row.level()))
                        && (methods.isEmpty() || methods.contains(row.model())))
                .toList();
        return new AccuracyReport(rows, all.covariates(), all.adjustments());
    }
}
