package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code radar models}: the registry of trained models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ModelsCommand.ListModels.class,
            ModelsCommand.Show.class,
            ModelsChallenge.class,
            ModelsCommand.Promote.class,
            ModelsCommand.Rollback.class
        })
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }

    /** Which registry: the store and the spec whose KPIs the models forecast. */
    static final class Registry {
        @Mixin
        private StoreOptions store;

        @Option(names = "--spec", paramLabel = "NAME", defaultValue = "imbank")
        private String specName;

        JdbcRadarStore open() {
            return store.open();
        }

        String specName() {
            return specName;
        }

        ModelVersion require(ModelRegistry registry, String id) {
            List<ModelVersion> versions = registry.versions(specName);
            return versions.stream()
                    .filter(version -> version.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("There is no model version '" + id + "' of '" + specName
                            + "'; registered are "
                            + versions.stream().map(ModelVersion::id).toList() + "."));
        }

        /** Makes a version champion, with the reason in registry and audit log. */
        void makeChampion(JdbcRadarStore opened, String id, ModelEvent.Kind kind, String reason) {
            Instant now = Instant.now();
            String actor = System.getProperty("user.name");
            opened.models().record(specName, new ModelEvent(id, kind, now, actor, reason, Optional.empty()));
            opened.audit().append(now, actor, "model-" + kind.name().toLowerCase(Locale.ROOT), id, reason);
        }
    }

    /** Lists the registered versions, newest first. */
    @Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class ListModels implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private Registry registry;

        ListModels(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            TextTable table = new TextTable(List.of("model", "trained to", "registered", "state", "last event"));
            try (JdbcRadarStore opened = registry.open()) {
                ModelRegistry models = opened.models();
                Optional<String> champion = models.champion(registry.specName());
                List<ModelEvent> events = models.events(registry.specName());
                for (ModelVersion version : models.versions(registry.specName())) {
                    String last = events.stream()
                            .filter(event -> event.modelId().equals(version.id()))
                            .reduce((earlier, later) -> later)
                            .map(event -> event.kind() + ": " + event.reason())
                            .orElse("");
                    table.row(List.of(
                            version.id(),
                            version.provenance().trainedTo().toString(),
                            version.createdAt().toString(),
                            champion.filter(version.id()::equals).isPresent() ? "CHAMPION" : "",
                            last));
                }
            }
            table.lines().forEach(terminal::line);
            return ExitCode.DONE.code();
        }
    }

    /** Shows a version: where it comes from, what it promised, what happened to it. */
    @Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Show implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "MODEL")
        private String id;

        @Mixin
        private Registry registry;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            try (JdbcRadarStore opened = registry.open()) {
                ModelVersion version = registry.require(opened.models(), id);
                TextTable origin = new TextTable(List.of("model", version.id()));
                origin.row(
                        List.of("trained to", version.provenance().trainedTo().toString()));
                origin.row(List.of("data", version.provenance().dataSha256()));
                origin.row(List.of("seed", String.valueOf(version.provenance().seed())));
                origin.row(List.of("software", version.provenance().versions().toString()));
                origin.lines().forEach(terminal::line);
                TextTable promises = new TextTable(List.of("kpi", "h", "wape", "coverage 90"));
                version.promises()
                        .forEach(promise -> promises.row(List.of(
                                promise.kpi(),
                                String.valueOf(promise.horizon()),
                                String.format(Locale.ROOT, "%.4f", promise.wape()),
                                String.format(Locale.ROOT, "%.1f%%", 100 * promise.coverage90()))));
                promises.lines().forEach(terminal::line);
                opened.models().events(registry.specName()).stream()
                        .filter(event -> event.modelId().equals(id))
                        .forEach(event -> terminal.line(
                                event.at() + " " + event.kind() + " " + event.actor() + ": " + event.reason()));
            }
            return ExitCode.DONE.code();
        }
    }

    /** Makes a version champion by decision of a person. */
    @Command(name = "promote", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Promote implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "MODEL")
        private String id;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason;

        @Mixin
        private Registry registry;

        Promote(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            try (JdbcRadarStore opened = registry.open()) {
                registry.require(opened.models(), id);
                registry.makeChampion(opened, id, ModelEvent.Kind.PROMOTED, reason);
            }
            terminal.line(terminal.messages().text("models.champion", id));
            return ExitCode.DONE.code();
        }
    }

    /** Restores the former champion. */
    @Command(name = "rollback", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Rollback implements Callable<Integer> {
        private final Terminal terminal;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason;

        @Mixin
        private Registry registry;

        Rollback(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            try (JdbcRadarStore opened = registry.open()) {
                String former = opened.models()
                        .formerChampion(registry.specName())
                        .orElseThrow(
                                () -> new UsageException(terminal.messages().text("models.no_former")));
                registry.makeChampion(opened, former, ModelEvent.Kind.ROLLED_BACK, reason);
                terminal.line(terminal.messages().text("models.champion", former));
            }
            return ExitCode.DONE.code();
        }
    }
}
