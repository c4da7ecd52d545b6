package io.segmentradar.core.forecast.trained;

import io.segmentradar.core.forecast.Horizon;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One trained set of boosted trees: of one KPI, one learner, one month of training and one horizon.
 *
 * @param learner name of the method, such as {@code lightgbm_level}
 * @param trainedTo last month whose values the model has seen; it may forecast from this month on
 * @param parameters by their LightGBM names, and {@code trees}
 * @param text the model in LightGBM's own text format
 */
public record TrainedModel(
        String kpi,
        String learner,
        YearMonth trainedTo,
        Horizon horizon,
        FeatureSchema schema,
        Map<String, String> parameters,
        String text) {
    public TrainedModel {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Name that is unique within an archive and good for a file, such as {@code deposits-lightgbm_level-2024-12-h1}. */
    public String name() {
        return kpi + "-" + learner + "-" + trainedTo + "-h" + horizon.months();
    }

    /** SHA-256 of the text, hexadecimal: a damaged text must never reach the native library. */
    public String textSha256() {
        return Digest.hex(text);
    }
}
