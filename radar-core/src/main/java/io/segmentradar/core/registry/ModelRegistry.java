package io.segmentradar.core.registry;

import io.segmentradar.core.forecast.trained.ModelArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trained models and what happened to them. Nothing is replaced: a version is added once, events are appended. */
public interface ModelRegistry {
    /** Versions of a spec, newest first. */
    List<ModelVersion> versions(String specName);

    /** Events of a spec in the order in which they happened. */
    List<ModelEvent> events(String specName);

    /** The trained models of a version. */
    Optional<ModelArchive> archive(String modelId);

    /** Keeps a version with its models; one of the same id is the same training and stays as it is. */
    void register(ModelVersion version, ModelArchive archive);

    /**
     * @throws IllegalArgumentException if there is no such version
     */
    void record(String specName, ModelEvent event);

    /** Id of the version that forecasts: of the last event that made one champion. */
    default Optional<String> champion(String specName) {
        List<ModelEvent> events = events(specName);
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).makesChampion()) {
                return Optional.of(events.get(i).modelId());
            }
        }
        return Optional.empty();
    }

    /** The champion before the present one; where a rollback leads. */
    default Optional<String> formerChampion(String specName) {
        List<String> reigns = new ArrayList<>();
        for (ModelEvent event : events(specName)) {
            if (event.kind() == ModelEvent.Kind.ROLLED_BACK && reigns.contains(event.modelId())) {
                // What came after the restored reign is undone with it, so that a second rollback goes further back.
                reigns.subList(reigns.lastIndexOf(event.modelId()) + 1, reigns.size())
                        .clear();
            } else if (event.makesChampion()) {
                reigns.add(event.modelId());
            }
        }
        return reigns.size() < 2 ? Optional.empty() : Optional.of(reigns.get(reigns.size() - 2));
    }
}
