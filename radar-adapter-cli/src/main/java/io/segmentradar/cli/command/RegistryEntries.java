package io.segmentradar.cli.command;

import io.segmentradar.core.registry.ChallengeVerdict;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What happens to models is written twice: into the registry, which it steers, and into the audit log. */
final class RegistryEntries {
    private final JdbcRadarStore store;
    private final String specName;

    RegistryEntries(JdbcRadarStore store, String specName) {
        this.store = store;
        this.specName = specName;
    }

    ModelEvent add(
            String modelId, ModelEvent.Kind kind, Instant at, String reason, Optional<ChallengeVerdict> verdict) {
        String actor = System.getProperty("user.name");
        ModelEvent event = new ModelEvent(modelId, kind, at, actor, reason, verdict);
        store.models().record(specName, event);
        store.audit().append(at, actor, "model-" + kind.name().toLowerCase(Locale.ROOT), modelId, reason);
        return event;
    }
}
