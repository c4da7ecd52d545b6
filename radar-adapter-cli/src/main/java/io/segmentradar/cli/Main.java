package io.segmentradar.cli;

import io.segmentradar.cli.command.CommandFactory;
import io.segmentradar.cli.command.RadarCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** Entry point of the executable jar. */
public final class Main {
    /** Where not even the message of a language can be read. */
    private static final String NO_MEMORY_TO_SAY_SO = "Not enough memory: give more with RADAR_MAX_HEAP=4g";

    private Main() {}

    public static void main(String[] args) {
        int code = ExitCode.FAILED.code();
        try {
            code = run(args, utf8(System.out), utf8(System.err));
        } catch (OutOfMemoryError failure) {
            System.err.println(NO_MEMORY_TO_SAY_SO);
        } finally {
            System.exit(code);
        }
    }

    /** Runs one command line and returns its exit code; {@code out} and {@code err} are flushed, not closed. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Messages messages = new Messages(Messages.languageOf(args, Locale.getDefault()));
        Terminal terminal = new Terminal(messages, out, err);
        CommandLine line = new CommandLine(new RadarCommand(), new CommandFactory(terminal));
        line.setResourceBundle(Messages.bundle(messages.language()));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        // --input takes several files; a mistyped option behind it is not one of them.
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        line.setParameterExceptionHandler(new UsageErrors(messages));
        line.setExecutionExceptionHandler((failure, command, parsed) -> terminal.failed(failure));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError failure) {
            return terminal.failed(failure);
        }
    }

    /** The platform's default charset is often ASCII on servers; Korean needs UTF-8. */
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
