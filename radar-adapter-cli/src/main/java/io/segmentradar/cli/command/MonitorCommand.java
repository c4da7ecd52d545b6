package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.files.MonitorTable;
import io.segmentradar.cli.files.WholeFile;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftMonitor;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.features.csv.CsvTable;
import io.segmentradar.models.monitor.PanelDriftMonitor;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code radar monitor}: drift of a stored run. Input and forecasts are as the run found them; alerts are judged with
 * what has become of the cases since.
 */
@Command(name = "monitor", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class MonitorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DriftMonitor monitor = new PanelDriftMonitor();

    @Mixin
    private StoredRunOptions stored;

    @Option(names = "--out", paramLabel = "FILE")
    private Path out;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--fail-on-drift")
    private boolean failOnDrift;

    MonitorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return stored.with(terminal, this::show);
    }

    private int show(RadarRun run, JdbcRadarStore store) {
        MonitorReport report = withPresentCases(run, store);
        MonitorText text = new MonitorText(terminal.messages(), report);
        text.unusual(all).forEach(terminal::line);
        terminal.line("");
        text.summary().forEach(terminal::line);
        if (out != null) {
            WholeFile.write(out, stream -> {
                try (CsvTable table = new CsvTable(stream, MonitorTable.HEADER)) {
                    new MonitorTable(report).write(table);
                }
            });
        }
        boolean fails = failOnDrift && !report.triggers().isEmpty();
        return (fails ? ExitCode.FAILED : ExitCode.DONE).code();
    }

    /** A run that was stored before there was monitoring is watched now, on the columns that the store keeps. */
    private MonitorReport withPresentCases(RadarRun run, JdbcRadarStore store) {
        MonitorReport now = monitor.watch(new MonitorContext(
                run.panel(),
                run.spec().kpis(),
                run.spec().columnLabels(),
                List.of(),
                run.past(),
                run.alerts(),
                History.monitored(store),
                run.spec().monitoring()));
        MonitorReport then = run.monitor();
        if (then.checks().isEmpty()) {
            return now;
        }
        List<DriftCheck> checks = Stream.concat(
                        then.checks().stream().filter(check -> check.area() != MonitorArea.ALERT),
                        now.checks().stream().filter(check -> check.area() == MonitorArea.ALERT))
                .toList();
        return new MonitorReport(checks, then.triggers());
    }
}
