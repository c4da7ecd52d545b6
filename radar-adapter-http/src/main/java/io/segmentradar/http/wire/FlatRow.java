package io.segmentradar.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nested fields as columns of a table: {@code changes.deposits.mom}; lists as their JSON text. */
final class FlatRow {
    private FlatRow() {}

    static Map<String, Object> of(Map<String, Object> row) {
        Map<String, Object> flat = new LinkedHashMap<>();
        row.forEach((name, value) -> put(name, value, flat));
        return flat;
    }

    private static void put(String name, Object value, Map<String, Object> flat) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> put(name + '.' + key, inner, flat));
        } else if (value instanceof List<?> list) {
            flat.put(name, list.isEmpty() ? null : new String(Wire.bytes(list), StandardCharsets.UTF_8));
        } else {
            flat.put(name, value instanceof Map ? null : value);
        }
    }

    /** Every column that some row has, in order of appearance. */
    static List<String> columns(Iterable<Map<String, Object>> rows) {
        Map<String, Object> columns = new LinkedHashMap<>();
        rows.forEach(row -> columns.putAll(of(row)));
        return new ArrayList<>(columns.keySet());
    }

    /** A spreadsheet must not take text for a formula. */
    static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
