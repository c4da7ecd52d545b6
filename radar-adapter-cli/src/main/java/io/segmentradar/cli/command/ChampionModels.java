package io.segmentradar.cli.command;

import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelStore;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunRequest;
import io.segmentradar.store.JdbcRadarStore;
import java.util.Optional;

/** Forecasts with the registry's champion; where a spec has none yet, the first training becomes it. */
final class ChampionModels implements ModelStore {
    private final String specName;
    private final Optional<ModelArchive> champion;
    private Optional<ModelArchive> trained = Optional.empty();

    ChampionModels(String specName, ModelRegistry registry) {
        this.specName = specName;
        this.champion = registry.champion(specName).flatMap(registry::archive);
    }

    RunRequest applyTo(RunRequest request) {
        return champion.map(models -> request.with(request.forecast().reusing(models)))
                .orElseGet(() -> request.keepingModelsIn(this));
    }

    @Override
    public void save(ModelArchive archive) {
        trained = Optional.of(archive);
    }

    @Override
    public Optional<ModelArchive> current() {
        return champion;
    }

    /** The models of the first training of a spec, which found no champion. */
    Optional<ModelArchive> first() {
        return trained;
    }

    /** Registers the first training of a spec. */
    void register(RadarRun run, JdbcRadarStore store) {
        trained.ifPresent(archive -> {
            ModelRegistry registry = store.models();
            registry.register(ModelVersion.of(archive, specName, run.manifest().createdAt(), run.accuracy()), archive);
            new RegistryEntries(store, specName)
                    .add(
                            archive.id(),
                            ModelEvent.Kind.PROMOTED,
                            run.manifest().createdAt(),
                            ModelEvent.firstTraining(specName),
                            Optional.empty());
        });
    }
}
