package io.segmentradar.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code radar alerts}: what concerns alerts apart from a run. */
@Command(name = "alerts", mixinStandardHelpOptions = true, subcommands = AlertsEvaluateCommand.class)
final class AlertsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }
}
