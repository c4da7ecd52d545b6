package io.segmentradar.core.forecast;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forecast tables by level, KPI, origin and horizon, in the order given. Immutable. */
public final class ForecastSet {
    private final List<ForecastTable> tables;
    private final Map<Key, ForecastTable> byKey = new HashMap<>();

    private record Key(String level, String kpi, YearMonth origin, int horizon) {}

    public ForecastSet(List<ForecastTable> tables) {
        this.tables = List.copyOf(tables);
        for (ForecastTable table : tables) {
            Key key = new Key(
                    table.level(), table.kpi(), table.origin(), table.horizon().months());
            if (byKey.put(key, table) != null) {
                throw new IllegalArgumentException("Two forecast tables for " + key);
            }
        }
    }

    public List<ForecastTable> tables() {
        return tables;
    }

    public Optional<ForecastTable> table(String level, String kpi, YearMonth origin, Horizon horizon) {
        return Optional.ofNullable(byKey.get(new Key(level, kpi, origin, horizon.months())));
    }

    public Optional<Forecast> find(String level, SegmentId id, String kpi, YearMonth origin, Horizon horizon) {
        return table(level, kpi, origin, horizon).flatMap(table -> {
            var row = table.nodes().row(id);
            return row.isPresent() && table.has(row.getAsInt())
                    ? Optional.of(table.forecast(row.getAsInt()))
                    : Optional.empty();
        });
    }

    /** All forecasts of a level, table by table. */
    public List<Forecast> forecasts(String level) {
        List<Forecast> all = new ArrayList<>();
        for (ForecastTable table : tables) {
            if (table.level().equals(level)) {
                for (int node = 0; node < table.nodes().size(); node++) {
                    if (table.has(node)) {
                        all.add(table.forecast(node));
                    }
                }
            }
        }
        return all;
    }
}
