package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.http.access.AccessControl;
import io.segmentradar.http.access.KeyHash;
import io.segmentradar.http.access.Role;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code radar auth}: helps to write the file that {@code serve --auth} reads. */
@Command(
        name = "auth",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = AuthCommand.Key.class)
final class AuthCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }

    /** Makes an API key: shows it once, and the lines for the file with its hash. */
    @Command(name = "key", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Key implements Callable<Integer> {
        private final Terminal terminal;

        @Option(names = "--name", paramLabel = "NAME", required = true)
        private String name;

        @Option(names = "--role", paramLabel = "ROLE", required = true)
        private Role role;

        Key(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            if (!name.matches("[\\w.@-]{1,100}")) {
                throw new UsageException("--name '" + name + "': letters, digits and . _ @ - only.");
            }
            String key = AccessControl.newKey(name);
            terminal.progress(terminal.messages().text("auth.key", key));
            terminal.line("keys:");
            terminal.line("  - name: " + name);
            terminal.line("    role: " + role.name().toLowerCase(Locale.ROOT));
            if (role == Role.MANAGER) {
                terminal.line("    scope: {province: [서울]}");
            }
            terminal.line("    hash: " + KeyHash.of(key));
            return ExitCode.DONE.code();
        }
    }
}
