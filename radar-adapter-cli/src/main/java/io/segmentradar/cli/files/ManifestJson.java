package io.segmentradar.cli.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.panel.IngestReport.InputFile;
import io.segmentradar.core.run.RunManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code manifest.json}. */
final class ManifestJson {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(RunManifest manifest, OutputStream out) throws IOException {
        json.writeValue(out, fields(manifest));
    }

    private static Map<String, Object> fields(RunManifest manifest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run_id", manifest.runId());
        fields.put("as_of", manifest.asOf().toString());
        fields.put("created_at", manifest.createdAt().toString());
        fields.put("product_version", manifest.versions().product());
        fields.put("java_version", manifest.versions().java());
        fields.put("lightgbm_version", manifest.versions().lightgbm());
        fields.put("os", manifest.versions().os());
        fields.put("arch", manifest.versions().arch());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", manifest.specName());
        spec.put("sha256", manifest.specSha256());
        fields.put("spec", spec);
        fields.put("inputs", manifest.inputs().stream().map(ManifestJson::input).toList());
        fields.put("segments", manifest.segments());
        fields.put("months", manifest.months());
        fields.put("seed", manifest.seed());
        fields.put("threads", manifest.threads());
        fields.put("control_share", manifest.controlShare());
        fields.put("past_actions", manifest.pastActions());
        fields.put(
                "series", manifest.series().stream().map(ManifestJson::series).toList());
        Map<String, Object> seconds = new LinkedHashMap<>();
        manifest.stageSeconds()
                .forEach((stage, value) -> seconds.put(stage.name().toLowerCase(Locale.ROOT), value));
        fields.put("stage_seconds", seconds);
        manifest.models().ifPresent(models -> fields.put("models", models(models)));
        fields.put(
                "covariates",
                manifest.covariates().stream().map(ManifestJson::verdict).toList());
        return fields;
    }

    private static Map<String, Object> series(RunManifest.Series series) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", series.id());
        fields.put("publication_lag", series.publicationLag());
        fields.put("sha256", series.sha256());
        return fields;
    }

    private static Map<String, Object> models(RunManifest.Models models) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", models.id());
        fields.put("trained_to", models.trainedTo().toString());
        fields.put("reused", models.reused());
        return fields;
    }

    private static Map<String, Object> verdict(CovariateVerdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kpi", verdict.kpi());
        fields.put("covariate", verdict.covariate());
        fields.put("used", verdict.used());
        fields.put("origins", verdict.origins());
        fields.put("gain", known(verdict.gain()));
        fields.put("p_value", known(verdict.pValue()));
        return fields;
    }

    /** JSON has no NaN. */
    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Map<String, Object> input(InputFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file.name());
        fields.put("sha256", file.sha256());
        fields.put("encoding", file.encoding());
        fields.put("bytes", file.bytes());
        fields.put("rows", file.rows());
        fields.put("rejects", file.rejects());
        return fields;
    }
}
