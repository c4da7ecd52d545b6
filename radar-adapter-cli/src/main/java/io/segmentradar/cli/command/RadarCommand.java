package io.segmentradar.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code radar} command; does nothing by itself. */
@Command(
        name = "radar",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        resourceBundle = "io.segmentradar.cli.messages",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            BacktestCommand.class,
            GenerateCommand.class,
            AlertsCommand.class,
            SpecCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            NotifyCommand.class,
            ServeCommand.class,
            MonitorCommand.class,
            ModelsCommand.class,
            ScenarioCommand.class,
            RunsCommand.class,
            OutcomesCommand.class,
            ReproduceCommand.class,
            AuditCommand.class,
            AuthCommand.class
        })
public final class RadarCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @picocli.CommandLine.Mixin
    private LanguageOption language;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }
}
