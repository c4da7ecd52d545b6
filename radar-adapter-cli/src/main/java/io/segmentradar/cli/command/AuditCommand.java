package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.audit.AuditCheck;
import io.segmentradar.store.JdbcRadarStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code radar audit}: looks at the audit log. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }

    /** Follows the chain of hashes. */
    @Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Verify implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private StoreOptions store;

        @Option(names = "--head", paramLabel = "HASH")
        private String head;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            AuditCheck check;
            try (JdbcRadarStore opened = store.open()) {
                check = head == null ? opened.audit().verify() : opened.audit().verify(head);
            }
            if (check instanceof AuditCheck.Intact intact) {
                terminal.line(terminal.messages().text("audit.intact", intact.entries(), intact.head()));
                return ExitCode.DONE.code();
            }
            AuditCheck.Broken broken = (AuditCheck.Broken) check;
            terminal.line(terminal.messages().text("audit.broken", broken.number(), broken.reason()));
            return ExitCode.FAILED.code();
        }
    }
}
