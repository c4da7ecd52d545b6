package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.cli.files.BacktestFiles;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import io.segmentradar.models.backtest.PanelSelection;
import io.segmentradar.models.backtest.ScaledErrors;
import io.segmentradar.models.engine.PanelForecastEngine;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar backtest}: how good the forecasts of this bank would have been, month by month. */
@Command(name = "backtest", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class BacktestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--input", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> input;

    @Option(names = "--spec", paramLabel = "NAME|FILE", defaultValue = "imbank")
    private String spec;

    @Option(names = "--encoding", paramLabel = "NAME", defaultValue = "auto")
    private String encoding;

    @Option(names = "--as-of", paramLabel = "YYYY-MM")
    private YearMonth asOf;

    @Option(names = "--last-months", paramLabel = "N")
    private Integer lastMonths;

    @Option(names = "--complete-series")
    private boolean completeSeries;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "radar-backtest")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    private long seed;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    @Option(names = "--all-covariates")
    private boolean allCovariates;

    @Mixin
    private SeriesOptions series;

    @Mixin
    private BacktestOptions options;

    BacktestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1 || lastMonths != null && lastMonths < 1) {
            String option = workers < 1 ? "--threads " + threads : "--last-months " + lastMonths;
            throw new UsageException(terminal.messages().text("error.option", option));
        }
        BacktestPlan plan = options.plan(terminal.messages());
        RadarSpec loaded = new SpecLoader().load(spec);
        BacktestFiles files = new BacktestFiles(out);
        SegmentPanel panel = panel(loaded);
        options.requirePossible(plan, panel.months(), loaded.hierarchy(), terminal.messages());
        ForecastOptions standard = ForecastOptions.STANDARD.withBacktest(plan);
        ForecastTask task = loaded.forecastTask(panel, series.read(), seed, workers)
                .with(allCovariates ? standard.withAllCovariates() : standard);
        try (ForecastOutcome outcome = new PanelForecastEngine().forecast(task)) {
            AccuracyReport shown = options.shown(outcome.accuracy(), terminal.messages());
            files.write(loaded, panel, outcome.accuracy(), shown, terminal.messages());
            print(loaded, shown);
            printScaled(panel, outcome, plan);
            terminal.line(terminal.messages().text("backtest.written", out));
        }
        return ExitCode.DONE.code();
    }

    private SegmentPanel panel(RadarSpec loaded) {
        SegmentAggregator aggregator = new SegmentAggregator(loaded.panelLayout());
        try {
            new CsvRecordSource(loaded, input, InputEncoding.of(encoding)).read(aggregator);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: " + e.getMessage());
        }
        SegmentPanel panel =
                asOf == null ? aggregator.panel() : aggregator.panel().asOf(asOf);
        return lastMonths == null && !completeSeries
                ? panel
                : PanelSelection.of(
                        panel, loaded.kpis(), lastMonths == null ? Integer.MAX_VALUE : lastMonths, completeSeries);
    }

    private void print(RadarSpec loaded, AccuracyReport shown) {
        Language language = terminal.messages().language();
        List<String> header = List.of(
                "kpi",
                "level",
                "h",
                "n",
                "wape",
                "skill",
                "mase",
                "bias",
                "coverage 80",
                "coverage 90",
                "interval score");
        TextTable table = new TextTable(header);
        boolean segments = shown.rows().stream().anyMatch(row -> row.level().equals(SegmentHierarchy.SEGMENT));
        for (AccuracyReport.Row row : shown.rows()) {
            if (row.model().equals(AccuracyReport.PUBLISHED)
                    && (!segments || row.level().equals(SegmentHierarchy.SEGMENT))
                    && row.sizeClass().equals(AccuracyReport.ALL_SIZES)) {
                table.row(List.of(
                        loaded.kpis().kpi(row.kpi()).label().in(language),
                        row.level(),
                        Integer.toString(row.horizon()),
                        Long.toString(row.n()),
                        number(row.wape()),
                        percent(row.skill()),
                        number(row.mase()),
                        number(row.bias()),
                        percent(row.coverage80()),
                        percent(row.coverage90()),
                        number(row.winkler90())));
            }
        }
        table.lines().forEach(terminal::line);
        for (CovariateVerdict verdict : shown.covariates()) {
            terminal.line(terminal.messages()
                    .text(
                            verdict.used() ? "backtest.covariate.used" : "backtest.covariate.unused",
                            verdict.covariate(),
                            loaded.kpis().kpi(verdict.kpi()).label().in(language),
                            orDash(percent(verdict.gain())),
                            orDash(number(verdict.pValue())),
                            verdict.origins()));
        }
    }

    private void printScaled(SegmentPanel panel, ForecastOutcome outcome, BacktestPlan plan) {
        for (Horizon horizon : Horizon.ALL) {
            ScaledErrors errors = ScaledErrors.median(panel, outcome.past(), horizon, plan.step());
            terminal.line(terminal.messages()
                    .text("backtest.scaled", horizon.months(), number(errors.published()), number(errors.naive())));
        }
    }

    private static String orDash(String figure) {
        return figure.isEmpty() ? "–" : figure;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }
}
