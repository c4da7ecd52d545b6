package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.trained.ModelStore;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.run.RunRequest;
import io.segmentradar.models.archive.ModelDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Trained models kept and used again: {@code --models DIR [--reuse]}, and which series they may use. */
final class ModelOptions {
    @Option(names = "--models", paramLabel = "DIR")
    private Path models;

    @Option(names = "--reuse")
    private boolean reuse;

    @Option(names = "--champion")
    private boolean champion;

    @Option(names = "--all-covariates")
    private boolean allCovariates;

    /** Whether the models of the store's registry are to forecast. */
    boolean champion() {
        return champion;
    }

    /**
     * The request with what the options ask for; reads the models to use again.
     *
     * @throws UsageException if {@code --reuse} has no directory
     * @throws ModelsRefusedException if there are no models in it
     */
    RunRequest applyTo(RunRequest request, Terminal terminal) {
        if (reuse && models == null) {
            throw new UsageException(terminal.messages().text("models.reuse_what"));
        }
        if (champion && models != null) {
            throw new UsageException(terminal.messages().text("models.champion_or_directory"));
        }
        ForecastOptions options = allCovariates ? request.forecast().withAllCovariates() : request.forecast();
        RunRequest asked = request.with(options);
        if (models == null) {
            return asked;
        }
        ModelStore store = new ModelDirectory(models);
        if (!reuse) {
            return asked.keepingModelsIn(store);
        }
        return asked.with(options.reusing(store.current()
                .orElseThrow(
                        () -> new ModelsRefusedException(terminal.messages().text("models.none", models)))));
    }
}
