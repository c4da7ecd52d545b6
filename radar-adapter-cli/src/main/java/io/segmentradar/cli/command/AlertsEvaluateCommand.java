package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.EventsCsv;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import io.segmentradar.models.alert.quality.EventTrial;
import io.segmentradar.models.alert.quality.InjectionTrial;
import io.segmentradar.models.alert.quality.InjectionTrial.Kind;
import io.segmentradar.models.alert.quality.MonthContexts;
import io.segmentradar.models.alert.quality.QualityPage;
import io.segmentradar.models.alert.quality.QualityRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar alerts evaluate}: how good the alerts are, against known events or planted ones. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class AlertsEvaluateCommand implements Callable<Integer> {
    private static final List<Double> JUMPS = List.of(3.0, 4.0, 5.0, 6.0);
    private static final int QUICK_ORIGINS = 12;
    /** At which planted changes are judged where nothing else is asked for. */
    private static final AlertSelection USUAL_RATE = new FalseDiscoveryRate(0.1, Dependence.POSITIVE);

    private final Terminal terminal;

    @Option(names = "--input", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> input;

    @Option(names = "--spec", paramLabel = "NAME|FILE", defaultValue = "imbank")
    private String specName;

    @Option(names = "--events", paramLabel = "FILE")
    private Path events;

    @Option(names = "--months", paramLabel = "N", defaultValue = "12")
    private int months;

    @Option(names = "--large-from", paramLabel = "CUSTOMERS", defaultValue = "10")
    private int largeFrom;

    @Option(names = "--engine")
    private boolean engine;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--replications", paramLabel = "N", defaultValue = "200")
    private int replications;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "radar-alerts")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    private long seed;

    AlertsEvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RadarSpec spec = new SpecLoader().load(specName);
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        new CsvRecordSource(spec, input, InputEncoding.AUTO).read(aggregator);
        SegmentPanel panel = aggregator.panel();
        List<QualityRow> rows = events == null ? planted(spec, panel) : known(spec, panel);
        QualityPage page = new QualityPage(
                "Alert quality: " + spec.title().in(terminal.messages().language()), rows);
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("alert_quality.csv"), page.csv());
            Files.writeString(out.resolve("alert_quality.html"), page.html());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + out + ": " + e.getMessage(), e);
        }
        terminal.out().println(out.resolve("alert_quality.html"));
        return ExitCode.DONE.code();
    }

    private List<QualityRow> planted(RadarSpec spec, SegmentPanel panel) {
        AlertPolicy policy = spec.alerts().with(selection.or(USUAL_RATE, terminal));
        InjectionTrial trial = engine
                ? InjectionTrial.given(panel, engine(spec, panel, policy), months, seed)
                : InjectionTrial.quick(panel, spec.hierarchy(), spec.kpis(), policy, spec.calendar(), seed);
        List<QualityRow> rows = new ArrayList<>();
        if (policy.selection() instanceof FalseDiscoveryRate) {
            rows.add(told(trial.run(Kind.NULL, 0, replications)));
            rows.add(told(trial.run(Kind.NULL_ANY_SIZE, 0, replications)));
        }
        JUMPS.forEach(size -> rows.add(told(trial.run(Kind.ONE_MONTH, size, replications))));
        if (!engine) {
            JUMPS.forEach(size -> rows.add(told(trial.run(Kind.LASTING, size, replications))));
            rows.add(told(trial.run(Kind.INFLECTION, 1, replications)));
        }
        return rows;
    }

    private List<QualityRow> known(RadarSpec spec, SegmentPanel panel) {
        AlertPolicy policy = spec.alerts().with(selection.or(spec.alerts().selection(), terminal));
        MonthContexts contexts = engine
                ? engine(spec, panel, policy)
                : MonthContexts.quick(panel, spec.hierarchy(), spec.kpis(), policy, spec.calendar(), QUICK_ORIGINS);
        int count = panel.months().count();
        List<YearMonth> reviewed = IntStream.range(Math.max(1, count - months), count)
                .mapToObj(m -> panel.months().at(m))
                .toList();
        EventTrial trial = new EventTrial(EventsCsv.read(events, spec.kpis()), largeFrom);
        List<EventTrial.Result> results = trial.run(reviewed, contexts, EventTrial.alternatives(policy.selection()));
        results.forEach(result -> result.rows().forEach(this::told));
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "watch-list names %.3f of the money",
                        results.get(0).watchlistMoneyShare()));
        return results.stream().flatMap(result -> result.rows().stream()).toList();
    }

    /**
     * The months as runs would have seen them, by one back-test of the whole forecast stage: at each month the forecasts
     * of as many origins as a run keeps, by models that are half a year old at most and have seen nothing since.
     */
    private MonthContexts engine(RadarSpec spec, SegmentPanel panel, AlertPolicy policy) {
        ForecastEngine forecasts =
                ServiceLoader.load(ForecastEngine.class).findFirst().orElseThrow();
        int threads = Runtime.getRuntime().availableProcessors();
        BacktestPlan kept = BacktestPlan.STANDARD;
        BacktestPlan plan = new BacktestPlan(months + kept.origins(), kept.step(), kept.refitEvery());
        ForecastTask task = spec.forecastTask(panel, List.of(), seed, threads);
        List<ForecastTable> made = new ArrayList<>();
        try (ForecastOutcome outcome = forecasts.forecast(task.with(ForecastOptions.STANDARD.withBacktest(plan)))) {
            made.addAll(outcome.past().tables());
            made.addAll(outcome.published().tables());
        }
        return month -> new AlertContext(
                panel.upTo(month),
                spec.hierarchy(),
                spec.kpis(),
                made(made, month.minusMonths(kept.origins()), month.minusMonths(1)),
                made(made, month, month),
                policy,
                spec.amountLabels(),
                spec.calendar());
    }

    private static ForecastSet made(List<ForecastTable> tables, YearMonth from, YearMonth to) {
        return new ForecastSet(tables.stream()
                .filter(table ->
                        !table.origin().isBefore(from) && !table.origin().isAfter(to))
                .toList());
    }

    private QualityRow told(QualityRow row) {
        String recall = row.planted() == 0
                ? "nothing planted"
                : String.format(
                        Locale.ROOT,
                        "recall %.3f [%.3f, %.3f] of %d",
                        row.recall(),
                        row.recallLow(),
                        row.recallHigh(),
                        row.planted());
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-20s %s  %.0f  %s%s  FDR %.3f%s (strict %.3f)  false/100 %.2f (strict %.2f)",
                        row.trial(),
                        row.selection(),
                        row.size(),
                        recall,
                        row.foundAsTurns() == 0 ? "" : ", as turns " + row.foundAsTurns(),
                        row.falseDiscoveryRate(),
                        Double.isNaN(row.falseDiscoveryError())
                                ? ""
                                : String.format(Locale.ROOT, " ± %.3f", row.falseDiscoveryError()),
                        row.strictRate(),
                        row.falsePer100(),
                        row.strictPer100()));
        return row;
    }
}
