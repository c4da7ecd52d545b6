package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Messages;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.files.ScenarioFiles;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.scenario.Scenario;
import io.segmentradar.core.scenario.ScenarioDifference;
import io.segmentradar.core.scenario.ScenarioNote;
import io.segmentradar.core.scenario.ScenarioOutcome;
import io.segmentradar.core.scenario.ScenarioRunner;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.features.spec.ScenarioLoader;
import io.segmentradar.models.archive.ModelDirectory;
import io.segmentradar.store.JdbcRadarStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code radar scenario}: what a stored run would look like on other inputs, with the same models. */
@Command(name = "scenario", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ScenarioCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Mixin
    private StoredRunOptions stored;

    @Option(names = "--models", paramLabel = "DIR")
    private Path models;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "radar-scenarios")
    private Path out;

    ScenarioCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Scenario> scenarios;
        try {
            scenarios = ScenarioLoader.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored.with(terminal, (run, store) -> show(run, store, scenarios));
    }

    private int show(RadarRun run, JdbcRadarStore store, List<Scenario> scenarios) {
        ScenarioFiles files = new ScenarioFiles(out);
        Optional<ModelArchive> kept = archive(run, store);
        ScenarioRunner runner = new ScenarioRunner(
                ServiceLoader.load(ForecastEngine.class).findFirst().orElseThrow(),
                ServiceLoader.load(AlertRule.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(ActionRecommender.class).findFirst().orElseThrow(),
                run,
                kept);
        if (models != null && new ModelDirectory(models).current().isEmpty()) {
            new ModelDirectory(models).save(runner.models());
        }
        List<ScenarioOutcome> outcomes = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            outcomes.add(runner.run(scenario));
        }
        totals(run, outcomes);
        outcomes.forEach(outcome -> tell(run, outcome));
        files.write(outcomes);
        StoredRunOptions.note(store, "scenario", run, file);
        terminal.line(terminal.messages().text("scenario.written", out));
        return ExitCode.DONE.code();
    }

    /** The models that made the run's forecasts, where they are kept; else they are trained again. */
    private Optional<ModelArchive> archive(RadarRun run, JdbcRadarStore store) {
        Optional<String> id = run.manifest().models().map(RunManifest.Models::id);
        Optional<ModelArchive> kept =
                models == null ? id.flatMap(store.models()::archive) : new ModelDirectory(models).current();
        return kept.filter(archive -> id.map(archive.id()::equals)
                .orElseGet(() ->
                        archive.provenance().trainedTo().equals(run.manifest().asOf())
                                && archive.provenance().seed() == run.manifest().seed()));
    }

    /** Bank totals three months ahead, scenario beside scenario. */
    private void totals(RadarRun run, List<ScenarioOutcome> outcomes) {
        Messages messages = terminal.messages();
        MoneyFormat money = new MoneyFormat(run.spec().unit());
        List<String> header = new ArrayList<>(List.of(messages.text("summary.kpi"), messages.text("scenario.base")));
        outcomes.forEach(outcome -> header.add(title(outcome)));
        TextTable table = new TextTable(header);
        for (var kpi : run.spec().kpis().kpis()) {
            List<String> cells = new ArrayList<>(List.of(kpi.label().in(messages.language())));
            for (ScenarioOutcome outcome : outcomes) {
                outcome.differences().stream()
                        .filter(row -> row.base().level().equals(SegmentHierarchy.BANK)
                                && row.base().kpi().equals(kpi.id())
                                && row.base().horizon().months() == Horizon.MAX)
                        .findFirst()
                        .ifPresent(row -> cell(row, money, cells));
            }
            if (cells.size() == header.size()) {
                table.row(cells);
            }
        }
        table.lines().forEach(terminal::line);
    }

    private void cell(ScenarioDifference row, MoneyFormat money, List<String> cells) {
        if (cells.size() == 1) {
            cells.add(money.format(row.base().point(), terminal.messages().language()));
        }
        double share = row.change() / Math.abs(row.base().point());
        cells.add(money.format(row.scenario().point(), terminal.messages().language())
                + String.format(Locale.ROOT, " (%+.2f%%)", 100 * share));
    }

    /** The name, with a probability only if the author gave one. */
    private static String title(ScenarioOutcome outcome) {
        Scenario scenario = outcome.scenario();
        return scenario.probability().isEmpty()
                ? scenario.name()
                : scenario.name()
                        + String.format(
                                Locale.ROOT, " (p=%.2f)", scenario.probability().getAsDouble());
    }

    private void tell(RadarRun run, ScenarioOutcome outcome) {
        MoneyFormat money = new MoneyFormat(run.spec().unit());
        var language = terminal.messages().language();
        terminal.line(terminal.messages()
                .text(
                        "scenario.changes",
                        outcome.scenario().name(),
                        outcome.newAlerts().size(),
                        outcome.goneAlerts().size(),
                        outcome.newActions().size(),
                        outcome.droppedActions().size(),
                        money.format(outcome.value() - outcome.baseValue(), language)));
        for (ScenarioNote note : outcome.notes()) {
            terminal.line("  ! " + note.text().in(language));
        }
    }
}
