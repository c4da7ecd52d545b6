package io.segmentradar.features.csv;

import io.segmentradar.core.names.NearestNames;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.run.RadarSpec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where the columns of a spec are in one file. */
final class CsvHeader {
    private final String where;
    private final List<String> names;

    /**
     * @param where file and line, for messages
     */
    CsvHeader(String where, String[] cells) {
        this.where = where;
        this.names = Stream.of(cells)
                .map(cell -> cell == null ? "" : Normalizer.normalize(CellText.trim(cell), Normalizer.Form.NFC))
                .toList();
    }

    String where() {
        return where;
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** Columns that {@code spec} does not name, in file order. */
    List<String> ignored(RadarSpec spec) {
        Set<String> wanted = columns(spec).keySet();
        return names.stream()
                .filter(name -> !name.isEmpty() && !wanted.contains(name))
                .toList();
    }

    /** Position of a column; −1 for an optional one that is absent. */
    int position(String column) {
        return names.indexOf(column);
    }

    /**
     * @throws InputRejectedException naming every required column that is absent, or every one that is there twice
     */
    void check(RadarSpec spec) {
        Map<String, Boolean> wanted = columns(spec);
        List<String> missing = new ArrayList<>();
        Set<String> free = new LinkedHashSet<>(names);
        free.removeAll(wanted.keySet());
        free.remove("");
        wanted.forEach((column, required) -> {
            if (required && !names.contains(column)) {
                missing.add("'" + column + "'" + NearestNames.hint(column, free));
            }
        });
        if (!missing.isEmpty()) {
            throw new InputRejectedException(where + ": " + missing.size() + " required column(s) are missing: "
                    + String.join(", ", missing) + ". Found: " + found() + ". Correct the header, or name these columns"
                    + " in spec '" + spec.name() + "'" + hintOfSeparator());
        }
        List<String> twice = wanted.keySet().stream()
                .filter(column -> names.indexOf(column) != names.lastIndexOf(column))
                .toList();
        if (!twice.isEmpty()) {
            throw new InputRejectedException(where + ": column(s) " + twice
                    + " appear more than once, so it is unclear which one counts. Remove or rename the others.");
        }
    }

    private String found() {
        List<String> shown = names.stream().limit(60).toList();
        return shown.size() < names.size()
                ? String.join(", ", shown) + " and " + (names.size() - shown.size()) + " more"
                : String.join(", ", shown);
    }

    private String hintOfSeparator() {
        String first = names.get(0);
        return names.size() == 1 && (first.contains(";") || first.contains("\t") || first.contains("|"))
                ? ", and separate the columns by commas."
                : ".";
    }

    /** Columns named by a spec, in its order, and whether a file must have them. */
    private static Map<String, Boolean> columns(RadarSpec spec) {
        Map<String, Boolean> columns = new LinkedHashMap<>();
        columns.put(spec.month().column(), true);
        spec.dimensions().forEach(dimension -> columns.put(dimension.column(), true));
        spec.amounts().forEach(amount -> columns.put(amount.column(), amount.required()));
        spec.ranges().forEach(range -> columns.put(range.column(), range.required()));
        return columns;
    }
}
