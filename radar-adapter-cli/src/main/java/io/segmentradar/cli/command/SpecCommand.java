package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.SegmentRadar;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code radar spec}: looks at spec files. */
@Command(
        name = "spec",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {SpecCommand.Show.class, SpecCommand.Check.class})
final class SpecCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }

    /** Prints a built-in spec. */
    @Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Show implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "NAME")
        private String name;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            terminal.line(new SpecLoader().show(name).stripTrailing());
            return ExitCode.DONE.code();
        }
    }

    /** Validates a spec and says what it covers. */
    @Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Check implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "FILE")
        private String file;

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RadarSpec spec = new SpecLoader().load(file);
            SegmentRadar.builder().build().requireSound(spec);
            terminal.line(terminal.messages()
                    .text(
                            "spec.fine",
                            spec.name(),
                            spec.dimensions().size(),
                            spec.amounts().size(),
                            spec.ranges().size(),
                            String.join(", ", spec.kpis().ids())));
            return ExitCode.DONE.code();
        }
    }
}
