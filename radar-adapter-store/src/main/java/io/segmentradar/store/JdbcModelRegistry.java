package io.segmentradar.store;

import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.TrainedModel;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The model registry in the database: versions are inserted once, events appended; nothing is updated. */
final class JdbcModelRegistry implements ModelRegistry {
    private final Database database;

    JdbcModelRegistry(Database database) {
        this.database = database;
    }

    @Override
    public List<ModelVersion> versions(String specName) {
        return database.read(handle -> handle.createQuery(
                        "SELECT body FROM model_version WHERE spec_name = :spec ORDER BY created_at DESC, model_id DESC")
                .bind("spec", specName)
                .mapTo(String.class)
                .map(json -> DomainJson.read(json, ModelVersion.class))
                .list());
    }

    @Override
    public List<ModelEvent> events(String specName) {
        return database.read(
                handle -> handle.createQuery("SELECT body FROM model_event WHERE spec_name = :spec ORDER BY position")
                        .bind("spec", specName)
                        .mapTo(String.class)
                        .map(json -> DomainJson.read(json, ModelEvent.class))
                        .list());
    }

    @Override
    public Optional<ModelArchive> archive(String modelId) {
        return database.read(handle -> handle.createQuery("SELECT archive FROM model_version WHERE model_id = :id")
                .bind("id", modelId)
                .mapTo(String.class)
                .findOne()
                .map(json -> DomainJson.read(json, ModelArchive.class))
                .map(bare ->
                        new ModelArchive(bare.provenance(), bare.units(), models(handle, modelId), bare.covariates())));
    }

    private static List<TrainedModel> models(Handle handle, String modelId) {
        return handle.createQuery("SELECT body FROM trained_model WHERE model_id = :id ORDER BY position")
                .bind("id", modelId)
                .mapTo(String.class)
                .map(json -> DomainJson.read(json, TrainedModel.class))
                .list();
    }

    @Override
    public void register(ModelVersion version, ModelArchive archive) {
        database.writeOnly(handle -> {
            Database.lock(handle, Database.Lock.RUNS);
            if (isKnown(handle, version.id())) {
                return;
            }
            handle.execute(
                    "INSERT INTO model_version (model_id, spec_name, trained_to, created_at, body, archive)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    version.id(),
                    version.specName(),
                    version.provenance().trainedTo().toString(),
                    version.createdAt().atOffset(ZoneOffset.UTC),
                    DomainJson.write(version),
                    DomainJson.write(
                            new ModelArchive(archive.provenance(), archive.units(), List.of(), archive.covariates())));
            PreparedBatch rows =
                    handle.prepareBatch("INSERT INTO trained_model (model_id, position, body) VALUES (?, ?, ?)");
            for (int i = 0; i < archive.models().size(); i++) {
                rows.add(version.id(), i + 1, DomainJson.write(archive.models().get(i)));
            }
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    private static boolean isKnown(Handle handle, String modelId) {
        return handle.createQuery("SELECT count(*) FROM model_version WHERE model_id = :id")
                        .bind("id", modelId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    @Override
    public void record(String specName, ModelEvent event) {
        database.writeOnly(handle -> {
            Database.lock(handle, Database.Lock.RUNS);
            if (!isKnown(handle, event.modelId())) {
                throw new IllegalArgumentException("There is no model version '" + event.modelId() + "'");
            }
            int last = handle.createQuery("SELECT coalesce(max(position), 0) FROM model_event WHERE spec_name = :spec")
                    .bind("spec", specName)
                    .mapTo(Integer.class)
                    .one();
            handle.execute(
                    "INSERT INTO model_event (spec_name, position, model_id, role, happened_at, actor, reason, body)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    specName,
                    last + 1,
                    event.modelId(),
                    event.kind().name(),
                    event.at().atOffset(ZoneOffset.UTC),
                    event.actor(),
                    event.reason(),
                    DomainJson.write(event));
        });
    }
}
