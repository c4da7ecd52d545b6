package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private static List<String> headers(Terminal terminal, String... names) {
        return Arrays.stream(names)
                .map(name -> terminal.messages().text("models.column." + name))
                .toList();
    }

    private static String kind(Terminal terminal, ModelEvent event) {
        return terminal.messages().text("models.event." + event.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String software(Provenance from) {
        return from.versions().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
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

        ModelVersion require(ModelRegistry registry, String id, Terminal terminal) {
            List<ModelVersion> versions = registry.versions(specName);
            return versions.stream()
                    .filter(version -> version.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(terminal.messages()
                            .text(
                                    "models.unknown",
                                    id,
                                    specName,
                                    String.join(
                                            ", ",
                                            versions.stream()
                                                    .map(ModelVersion::id)
                                                    .toList()))));
        }

        /** The KPI as the newest run of the spec names it; its id where no run of the spec is stored. */
        Function<String, String> kpiNames(JdbcRadarStore opened, Terminal terminal) {
            Optional<KpiCatalog> kpis = opened.runs().stream()
                    .filter(run -> run.specName().equals(specName))
                    .findFirst()
                    .flatMap(run -> opened.run(run.runId()))
                    .map(run -> run.spec().kpis());
            return id -> kpis.flatMap(known -> known.find(id))
                    .map(kpi -> kpi.label().in(terminal.messages().language()))
                    .orElse(id);
        }

        /** Makes a version champion, with the reason in registry and audit log. */
        void makeChampion(JdbcRadarStore opened, String id, ModelEvent.Kind kind, String reason) {
            new RegistryEntries(opened, specName).add(id, kind, Instant.now(), reason, Optional.empty());
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
            TextTable table =
                    new TextTable(headers(terminal, "model", "trained_to", "registered", "state", "last_event"));
            try (JdbcRadarStore opened = registry.open()) {
                ModelRegistry models = opened.models();
                Optional<String> champion = models.champion(registry.specName());
                List<ModelEvent> events = models.events(registry.specName());
                for (ModelVersion version : models.versions(registry.specName())) {
                    String last = events.stream()
                            .filter(event -> event.modelId().equals(version.id()))
                            .reduce((earlier, later) -> later)
                            .map(event -> kind(terminal, event) + ": "
                                    + event.told().in(terminal.messages().language()))
                            .orElse("");
                    table.row(List.of(
                            version.id(),
                            version.provenance().trainedTo().toString(),
                            second(version.createdAt()),
                            champion.filter(version.id()::equals).isPresent()
                                    ? terminal.messages().text("models.is_champion")
                                    : "",
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
                ModelVersion version = registry.require(opened.models(), id, terminal);
                Provenance from = version.provenance();
                List<String> names = headers(terminal, "model", "trained_to", "data", "seed", "software");
                TextTable origin = new TextTable(List.of(names.get(0), version.id()));
                origin.row(List.of(names.get(1), from.trainedTo().toString()));
                origin.row(List.of(names.get(2), "SHA-256 " + from.dataSha256()));
                origin.row(List.of(names.get(3), String.valueOf(from.seed())));
                origin.row(List.of(names.get(4), software(from)));
                origin.lines().forEach(terminal::line);
                terminal.line("");
                terminal.line(terminal.messages().text("models.promises"));
                Function<String, String> kpiNames = registry.kpiNames(opened, terminal);
                TextTable promises = new TextTable(headers(terminal, "kpi", "ahead", "wape", "coverage"));
                version.promises()
                        .forEach(promise -> promises.row(List.of(
                                kpiNames.apply(promise.kpi()),
                                String.valueOf(promise.horizon()),
                                String.format(Locale.ROOT, "%.4f", promise.wape()),
                                String.format(Locale.ROOT, "%.1f%%", 100 * promise.coverage90()))));
                promises.lines().forEach(terminal::line);
                terminal.line("");
                terminal.line(terminal.messages().text("models.history"));
                opened.models().events(registry.specName()).stream()
                        .filter(event -> event.modelId().equals(id))
                        .forEach(event -> terminal.line("  " + second(event.at()) + "  " + kind(terminal, event) + "  "
                                + event.actor() + ": "
                                + event.told().in(terminal.messages().language())));
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
                registry.require(opened.models(), id, terminal);
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
