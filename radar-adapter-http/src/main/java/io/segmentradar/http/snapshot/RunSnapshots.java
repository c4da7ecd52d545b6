package io.segmentradar.http.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.segmentradar.core.RadarException;
import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RunSummary;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs a server answers from: the newest always in memory, an older one once it is asked for. A refresh swaps the
 * newest when the next is ready, so that a request sees one run or the other and never waits. Thread-safe.
 */
public final class RunSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(RunSnapshots.class);
    private static final int OLDER_IN_MEMORY = 2;

    private final RadarQueries queries;
    private final Cache<String, Snapshot> older =
            Caffeine.newBuilder().maximumSize(OLDER_IN_MEMORY).build();
    private volatile State state = new State(List.of(), Optional.empty());

    private record State(List<RunSummary> runs, Optional<Snapshot> newest) {}

    public RunSnapshots(RadarQueries queries) {
        this.queries = queries;
    }

    /** Looks for a newer run; true if there was one. */
    public synchronized boolean refresh() {
        List<RunSummary> runs = queries.runs();
        Optional<RunSummary> newest = runs.stream().findFirst();
        boolean changed = !newest.equals(state.runs().stream().findFirst());
        Optional<Snapshot> snapshot = changed
                ? newest.flatMap(summary -> queries.run(summary.runId())).map(Snapshot::new)
                : state.newest();
        state = new State(runs, snapshot);
        older.invalidateAll();
        if (changed) {
            snapshot.ifPresent(RunSnapshots::completeLater);
        }
        return changed;
    }

    /** Forecasts of earlier origins, ten times as many as the published ones, follow when a run is served already. */
    private static void completeLater(Snapshot snapshot) {
        Thread thread = new Thread(
                () -> {
                    try {
                        snapshot.run().past().tables();
                    } catch (RadarException e) {
                        LOG.warn("Earlier forecasts will be read when they are asked for: {}", e.getMessage());
                    }
                },
                "earlier-forecasts");
        thread.setDaemon(true);
        thread.start();
    }

    public List<RunSummary> runs() {
        return state.runs();
    }

    public Optional<Snapshot> newest() {
        return state.newest();
    }

    public Optional<Snapshot> run(String runId) {
        State now = state;
        if (now.newest().map(s -> s.run().manifest().runId().equals(runId)).orElse(false)) {
            return now.newest();
        }
        if (now.runs().stream().noneMatch(summary -> summary.runId().equals(runId))) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                older.get(runId, id -> queries.run(id).map(Snapshot::new).orElse(null)));
    }

    /** The latest run of a month. */
    public Optional<Snapshot> ofMonth(YearMonth month) {
        return state.runs().stream()
                .filter(summary -> summary.asOf().equals(month))
                .findFirst()
                .flatMap(summary -> run(summary.runId()));
    }
}
