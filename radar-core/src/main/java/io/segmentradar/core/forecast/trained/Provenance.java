package io.segmentradar.core.forecast.trained;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where trained models come from.
 *
 * @param trainedTo last month of the data that the newest models have seen
 * @param dataSha256 of the panel they were trained on: months, segments, customers and KPIs; hexadecimal
 * @param calendar business calendar of the features
 * @param versions software by name, such as {@code lightgbm}
 */
public record Provenance(
        YearMonth trainedTo, String dataSha256, String calendar, long seed, Map<String, String> versions) {
    public Provenance {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    public Provenance with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(more);
        return new Provenance(trainedTo, dataSha256, calendar, seed, all);
    }
}
