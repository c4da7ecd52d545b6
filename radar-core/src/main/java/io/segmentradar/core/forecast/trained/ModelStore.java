package io.segmentradar.core.forecast.trained;

import java.util.Optional;

/** Keeps trained models: a directory, or a registry in a database. */
public interface ModelStore {
    /** Keeps the models whole or not at all; what was kept before stays until then. */
    void save(ModelArchive archive);

    /**
     * The models to forecast with; empty if there are none.
     *
     * @throws ModelsRefusedException if what is kept is damaged
     */
    Optional<ModelArchive> current();
}
