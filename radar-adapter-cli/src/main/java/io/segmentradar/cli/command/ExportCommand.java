package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.cli.files.WholeFile;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.callsheet.CallSheets;
import io.segmentradar.report.workbook.RunWorkbook;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar export}: a stored run as a workbook, or its plan as call sheets. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--xlsx", paramLabel = "FILE")
    private Path workbook;

    @Option(names = "--call-sheets", paramLabel = "DIR")
    private Path callSheets;

    @Mixin
    private StoredRunOptions stored;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (workbook == null && callSheets == null) {
            throw new UsageException(terminal.messages().text("export.nothing"));
        }
        return stored.with(terminal, this::export);
    }

    private int export(RadarRun run, JdbcRadarStore store) {
        Language language = terminal.messages().language();
        if (workbook != null) {
            WholeFile.write(workbook, out -> new RunWorkbook(run, language).write(out));
            StoredRunOptions.note(store, "export", run, workbook);
            terminal.line(terminal.messages()
                    .text("report.done", workbook, run.manifest().runId()));
        }
        if (callSheets != null) {
            Map<String, String> pages = new CallSheets(run, language).pages();
            pages.forEach((name, page) ->
                    WholeFile.write(callSheets.resolve(name), out -> out.write(page.getBytes(StandardCharsets.UTF_8))));
            StoredRunOptions.note(store, "export", run, callSheets);
            terminal.line(terminal.messages().text("export.callsheets", callSheets, pages.size()));
        }
        return ExitCode.DONE.code();
    }
}
