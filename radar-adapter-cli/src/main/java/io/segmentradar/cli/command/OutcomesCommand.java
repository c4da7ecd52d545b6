package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.features.csv.OutcomesCsv;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code radar outcomes}: what came of the actions. */
@Command(
        name = "outcomes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = OutcomesCommand.Import.class)
final class OutcomesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }

    /** Takes a file of outcomes into the store; all of it or nothing. */
    @Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Import implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Mixin
        private StoreOptions store;

        Import(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            int imported;
            try (JdbcRadarStore opened = store.open()) {
                Map<String, RecommendedAction> actions = new HashMap<>();
                List<ActionOutcome> outcomes = OutcomesCsv.read(file, ids -> {
                    actions.putAll(known(opened, ids));
                    return actions.keySet();
                });
                Instant now = Instant.now();
                opened.cases()
                        .record(outcomes.stream()
                                .map(outcome -> entry(outcome, actions.get(outcome.actionId()), now))
                                .toList());
                imported = outcomes.size();
                opened.audit()
                        .append(
                                now,
                                user(),
                                "outcomes.import",
                                file.getFileName().toString(),
                                imported + " outcomes");
            }
            terminal.line(terminal.messages().text("outcomes.imported", imported));
            return ExitCode.DONE.code();
        }

        /** The actions of these ids; an id begins with its month. */
        private static Map<String, RecommendedAction> known(JdbcRadarStore store, Set<String> ids) {
            Map<String, RecommendedAction> known = new HashMap<>();
            for (RunSummary run : History.newestOfEachMonth(store.runs())) {
                if (ids.stream().anyMatch(id -> id.startsWith(run.asOf() + "/"))) {
                    store.run(run.runId()).map(RadarRun::actions).stream()
                            .flatMap(List::stream)
                            .filter(action -> ids.contains(action.id()))
                            .forEach(action -> known.put(action.id(), action));
                }
            }
            return known;
        }

        private static OutcomeEntry entry(ActionOutcome outcome, RecommendedAction action, Instant now) {
            return new OutcomeEntry(
                    outcome, action.segment().value(), action.type(), action.month(), Optional.empty(), user(), now);
        }

        private static String user() {
            return System.getProperty("user.name", "cli");
        }
    }
}
