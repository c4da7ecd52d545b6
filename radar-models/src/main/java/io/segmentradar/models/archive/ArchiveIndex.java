package io.segmentradar.models.archive;

import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.forecast.trained.TrainedModel;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything of a {@link ModelArchive} but the model texts, as sorted lines {@code key=value} in the syntax of
 * {@link Properties}.
 */
final class ArchiveIndex {
    private static final String FORMAT = "1";

    private final Properties lines = new Properties();

    private ArchiveIndex() {}

    static String write(ModelArchive archive) {
        ArchiveIndex index = new ArchiveIndex();
        index.provenance(archive);
        for (int i = 0; i < archive.covariates().size(); i++) {
            index.verdict("covariate." + i + ".", archive.covariates().get(i));
        }
        for (int i = 0; i < archive.models().size(); i++) {
            index.model("model." + i + ".", archive.models().get(i));
        }
        return index.sorted();
    }

    private void provenance(ModelArchive archive) {
        Provenance provenance = archive.provenance();
        put("format", FORMAT);
        put("id", archive.id());
        put("trained_to", provenance.trainedTo());
        put("data_sha256", provenance.dataSha256());
        put("calendar", provenance.calendar());
        put("seed", provenance.seed());
        put("models", archive.models().size());
        put("covariates", archive.covariates().size());
        provenance.versions().forEach((name, version) -> put("version." + name, version));
        int at = 0;
        for (Map.Entry<String, Double> unit : archive.units().entrySet()) {
            put("unit." + at + ".kpi", unit.getKey());
            put("unit." + at++ + ".money", unit.getValue());
        }
        put("units", at);
    }

    private void verdict(String at, CovariateVerdict verdict) {
        put(at + "kpi", verdict.kpi());
        put(at + "id", verdict.covariate());
        put(at + "origins", verdict.origins());
        put(at + "gain", verdict.gain());
        put(at + "p_value", verdict.pValue());
        put(at + "used", verdict.used());
    }

    private void model(String at, TrainedModel model) {
        put(at + "kpi", model.kpi());
        put(at + "learner", model.learner());
        put(at + "trained_to", model.trainedTo());
        put(at + "horizon", model.horizon().months());
        put(at + "text_sha256", model.textSha256());
        put(at + "schema", model.schema().sha256());
        model.parameters().forEach((name, value) -> put(at + "parameter." + name, value));
        schema("schema." + model.schema().sha256() + ".", model.schema());
    }

    private void schema(String at, FeatureSchema schema) {
        put(at + "features", String.join(",", schema.features()));
        schema.categories().forEach((feature, names) -> {
            put(at + feature + ".names", names.size());
            for (int code = 0; code < names.size(); code++) {
                put(at + feature + "." + code, names.get(code));
            }
        });
    }

    private void put(String key, Object value) {
        lines.setProperty(key, value.toString());
    }

    private String sorted() {
        try {
            StringWriter text = new StringWriter();
            lines.store(text, null);
            // The first line is the present time, which would make every writing differ.
            return text.toString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .sorted()
                    .reduce("", (all, line) -> all + line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param texts model name to its text
     * @throws ModelsRefusedException if something is missing or is not what it should be
     */
    static ModelArchive read(String text, Function<String, String> texts) {
        ArchiveIndex index = new ArchiveIndex();
        try {
            index.lines.load(new StringReader(text));
            return index.archive(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ModelsRefusedException("The index of the models is damaged: " + e.getMessage());
        }
    }

    private ModelArchive archive(Function<String, String> texts) {
        if (!get("format").equals(FORMAT)) {
            throw new ModelsRefusedException("The models have format " + get("format") + ", this product reads format "
                    + FORMAT + ". Train anew.");
        }
        Provenance provenance = new Provenance(
                YearMonth.parse(get("trained_to")),
                get("data_sha256"),
                get("calendar"),
                Long.parseLong(get("seed")),
                below("version."));
        Map<String, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < number("units"); i++) {
            units.put(get("unit." + i + ".kpi"), Double.valueOf(get("unit." + i + ".money")));
        }
        Map<String, FeatureSchema> schemas = new TreeMap<>();
        List<TrainedModel> models = new ArrayList<>();
        for (int i = 0; i < number("models"); i++) {
            String at = "model." + i + ".";
            FeatureSchema schema = schemas.computeIfAbsent(get(at + "schema"), this::schema);
            models.add(model(at, schema, texts));
        }
        List<CovariateVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < number("covariates"); i++) {
            verdicts.add(verdict("covariate." + i + "."));
        }
        ModelArchive archive = new ModelArchive(provenance, units, models, verdicts);
        if (!archive.id().equals(get("id"))) {
            throw new ModelsRefusedException("The models of " + get("id")
                    + " have been changed since they were saved (they are " + archive.id() + " now). Train anew.");
        }
        return archive;
    }

    private TrainedModel model(String at, FeatureSchema schema, Function<String, String> texts) {
        TrainedModel bare = new TrainedModel(
                get(at + "kpi"),
                get(at + "learner"),
                YearMonth.parse(get(at + "trained_to")),
                new Horizon(number(at + "horizon")),
                schema,
                below(at + "parameter."),
                "");
        TrainedModel model = new TrainedModel(
                bare.kpi(),
                bare.learner(),
                bare.trainedTo(),
                bare.horizon(),
                schema,
                bare.parameters(),
                texts.apply(bare.name()));
        if (!model.textSha256().equals(get(at + "text_sha256"))) {
            throw new ModelsRefusedException("The model " + model.name()
                    + " is damaged: its text is not the one that was saved. Restore it, or train anew.");
        }
        return model;
    }

    private CovariateVerdict verdict(String at) {
        return new CovariateVerdict(
                get(at + "kpi"),
                get(at + "id"),
                number(at + "origins"),
                Double.parseDouble(get(at + "gain")),
                Double.parseDouble(get(at + "p_value")),
                Boolean.parseBoolean(get(at + "used")));
    }

    private FeatureSchema schema(String sha256) {
        String at = "schema." + sha256 + ".";
        List<String> features = List.of(get(at + "features").split(","));
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (String feature : features) {
            if (lines.containsKey(at + feature + ".names")) {
                List<String> names = new ArrayList<>();
                for (int code = 0; code < number(at + feature + ".names"); code++) {
                    names.add(get(at + feature + "." + code));
                }
                categories.put(feature, names);
            }
        }
        return new FeatureSchema(features, categories);
    }

    private String get(String key) {
        String value = lines.getProperty(key);
        if (value == null) {
            throw new ModelsRefusedException(
                    "The index of the models is damaged: '" + key + "' is missing. Train anew.");
        }
        return value;
    }

    private int number(String key) {
        return Integer.parseInt(get(key));
    }

    private Map<String, String> below(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), lines.getProperty(key));
            }
        }
        return found;
    }
}
