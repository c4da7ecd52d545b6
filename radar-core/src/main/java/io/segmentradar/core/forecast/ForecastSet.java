package io.segmentradar.core.forecast;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Forecast tables by level, KPI, origin and horizon, in the order given. Immutable; thread-safe. */
public final class ForecastSet {
    /** Where the tables come from; null once they are there. */
    private Supplier<List<ForecastTable>> source;

    private volatile Loaded loaded;

    private record Key(String level, String kpi, YearMonth origin, int horizon) {}

    private record Loaded(List<ForecastTable> tables, Map<Key, ForecastTable> byKey) {}

    public ForecastSet(List<ForecastTable> tables) {
        this.loaded = indexed(tables);
    }

    private ForecastSet(Supplier<List<ForecastTable>> source) {
        this.source = source;
    }

    /** Tables that are fetched when they are first asked for; what the source throws is thrown to whoever asks. */
    public static ForecastSet deferred(Supplier<List<ForecastTable>> source) {
        return new ForecastSet(source);
    }

    private static Loaded indexed(List<ForecastTable> tables) {
        Map<Key, ForecastTable> byKey = new HashMap<>();
        for (ForecastTable table : tables) {
            Key key = new Key(
                    table.level(), table.kpi(), table.origin(), table.horizon().months());
            if (byKey.put(key, table) != null) {
                throw new IllegalArgumentException("Two forecast tables for " + key);
            }
        }
        return new Loaded(List.copyOf(tables), byKey);
    }

    private Loaded loaded() {
        Loaded now = loaded;
        return now == null ? fetch() : now;
    }

    private synchronized Loaded fetch() {
        if (loaded == null) {
            loaded = indexed(source.get());
            source = null;
        }
        return loaded;
    }

    public List<ForecastTable> tables() {
        return loaded().tables();
    }

    public Optional<ForecastTable> table(String level, String kpi, YearMonth origin, Horizon horizon) {
        return Optional.ofNullable(loaded().byKey().get(new Key(level, kpi, origin, horizon.months())));
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
        for (ForecastTable table : tables()) {
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
