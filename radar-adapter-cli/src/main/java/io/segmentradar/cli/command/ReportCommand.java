package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.cli.files.WholeFile;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.monthly.MonthlyReport;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar report}: the one-page monthly report of a stored run as PDF or HTML, by the file's ending. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    @Mixin
    private StoredRunOptions stored;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean pdf = name.endsWith(".pdf");
        if (!pdf && !name.endsWith(".html")) {
            throw new UsageException(terminal.messages().text("report.ending", out));
        }
        return stored.with(terminal, (run, store) -> write(run, store, pdf));
    }

    private int write(RadarRun run, JdbcRadarStore store, boolean pdf) {
        MonthlyReport report = new MonthlyReport(run, terminal.messages().language());
        byte[] content = pdf ? report.pdf() : report.html().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(out, stream -> stream.write(content));
        StoredRunOptions.note(store, "report", run, out);
        terminal.line(
                terminal.messages().text("report.done", out, run.manifest().runId()));
        return ExitCode.DONE.code();
    }
}
