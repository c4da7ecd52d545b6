package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.panel.InputRejectedException;
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
    private static final int MOST_NAMED = 10;

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
            List<ActionOutcome> outcomes = OutcomesCsv.read(file);
            try (JdbcRadarStore opened = store.open()) {
                Map<String, RecommendedAction> known = known(opened, outcomes);
                List<String> unknown = outcomes.stream()
                        .map(ActionOutcome::actionId)
                        .filter(id -> !known.containsKey(id))
                        .toList();
                if (!unknown.isEmpty()) {
                    throw new InputRejectedException(terminal.messages()
                            .text(
                                    "outcomes.unknown",
                                    unknown.size(),
                                    String.join(
                                            ", ",
                                            unknown.stream().limit(MOST_NAMED).toList())));
                }
                Instant now = Instant.now();
                outcomes.forEach(outcome -> opened.cases().record(entry(outcome, known.get(outcome.actionId()), now)));
                opened.audit()
                        .append(
                                now,
                                user(),
                                "outcomes.import",
                                file.getFileName().toString(),
                                outcomes.size() + " outcomes");
            }
            terminal.line(terminal.messages().text("outcomes.imported", outcomes.size()));
            return ExitCode.DONE.code();
        }

        /** The actions that the outcomes are about; an id begins with its month. */
        private static Map<String, RecommendedAction> known(JdbcRadarStore store, List<ActionOutcome> outcomes) {
            Map<String, RecommendedAction> known = new HashMap<>();
            for (RunSummary run : History.newestOfEachMonth(store)) {
                String month = run.asOf() + "/";
                if (outcomes.stream().anyMatch(outcome -> outcome.actionId().startsWith(month))) {
                    store.run(run.runId()).map(RadarRun::actions).stream()
                            .flatMap(List::stream)
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
