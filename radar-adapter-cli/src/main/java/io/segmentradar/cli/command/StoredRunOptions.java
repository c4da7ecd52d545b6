package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stored run a command reads: the newest, or the one named. */
final class StoredRunOptions {
    @Mixin
    private StoreOptions store;

    @Option(names = "--run", paramLabel = "RUN")
    private String runId;

    /** Something done with a run and the store it came from. */
    @FunctionalInterface
    interface Use {
        int of(RadarRun run, JdbcRadarStore store);
    }

    int with(Terminal terminal, Use use) {
        try (JdbcRadarStore opened = store.open()) {
            RadarRun run = runId == null
                    ? opened.latest()
                            .orElseThrow(
                                    () -> new UsageException(terminal.messages().text("error.no_run")))
                    : RunsCommand.require(opened, runId);
            return use.of(run, opened);
        }
    }

    /** The newest run of the same spec whose month is before that of {@code run}. */
    static Optional<RadarRun> before(RadarRun run, JdbcRadarStore store) {
        return store.runs().stream()
                .filter(summary -> summary.asOf().isBefore(run.manifest().asOf()))
                .filter(summary -> summary.specName().equals(run.manifest().specName()))
                .findFirst()
                .map(RunSummary::runId)
                .flatMap(store::run);
    }

    /** Notes in the audit log that figures left the store. */
    static void note(JdbcRadarStore store, String action, RadarRun run, Object target) {
        store.audit()
                .append(
                        Clock.systemUTC().instant(),
                        System.getProperty("user.name"),
                        action,
                        run.manifest().runId(),
                        target.toString());
    }
}
