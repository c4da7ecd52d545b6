package io.segmentradar.core.forecast.trained;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs that a trained model expects: their ids in the order of the model's columns, and for each input that stands
 * for a name (an industry, a province) the names in the order of their codes. A name that is not in the list is a missing
 * input to the model.
 *
 * @param features ids, each once
 * @param categories feature id to the names coded 0, 1, 2 …
 */
public record FeatureSchema(List<String> features, Map<String, List<String>> categories) {
    /** Prefix of the features that come from a series outside the bank; the series' id follows. */
    public static final String COVARIATE = "covariate_";

    public FeatureSchema {
        features = List.copyOf(features);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (String feature : features) {
            if (categories.containsKey(feature)) {
                copy.put(feature, List.copyOf(categories.get(feature)));
            }
        }
        categories = Collections.unmodifiableMap(copy);
    }

    /** Ids of the outside series among the inputs. */
    public List<String> covariates() {
        return features.stream()
                .filter(feature -> feature.startsWith(COVARIATE))
                .map(feature -> feature.substring(COVARIATE.length()))
                .toList();
    }

    /** SHA-256 of everything in this schema, hexadecimal. */
    public String sha256() {
        return Digest.hex(features + "\n" + categories);
    }

    /** What {@code offered} lacks or codes differently, in words; empty if a model with this schema can be used. */
    public List<String> missingFrom(FeatureSchema offered) {
        List<String> problems = new ArrayList<>();
        for (String feature : features) {
            if (!offered.features.contains(feature)) {
                problems.add("the model's input '" + feature + "' cannot be made from this input");
            } else if (!categories
                    .getOrDefault(feature, List.of())
                    .equals(offered.categories.getOrDefault(feature, List.of()))) {
                problems.add("the names behind '" + feature + "' differ: the model knows " + categories.get(feature)
                        + ", this input has " + offered.categories.get(feature));
            }
        }
        return problems;
    }
}
