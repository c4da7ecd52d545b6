package io.segmentradar.examples;

import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelStore;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.models.archive.ModelDirectory;
import io.segmentradar.models.engine.PanelForecastEngine;
import java.nio.file.Path;
import java.util.List;

/** Trains once, keeps the models and asks them again with other inputs. */
public final class ModelsAgain {
    private ModelsAgain() {}

    public static ForecastSet whatIf(
            ForecastTask task, Path directory, SegmentPanel otherPanel, List<MonthlySeries> otherSeries) {
        // tag::guide[]
        ForecastEngine engine = new PanelForecastEngine();
        ModelStore store = new ModelDirectory(directory);
        try (ForecastOutcome trained = engine.forecast(task.with(ForecastOptions.STANDARD.keepingModels()))) {
            store.save(trained.models().orElseThrow());
        }
        ModelArchive models = store.current().orElseThrow();
        try (ForecastOutcome again = engine.forecast(task.again(models, otherPanel, otherSeries))) {
            return again.published();
        }
        // end::guide[]
    }
}
