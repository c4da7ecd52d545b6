package io.segmentradar.cli.command;

import io.segmentradar.core.monitor.MonitorHistory;
import io.segmentradar.core.monitor.MonitorHistory.AlertMonth;
import io.segmentradar.core.run.PastActions;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.core.run.TakenAction;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stored runs tell a new one: actions taken before, and their outcomes. */
final class History {
    /** Earlier months looked at: longer than any usual cool-down, and enough for a pilot. */
    private static final int MONTHS = 12;

    private History() {}

    /**
     * Actions of the newest run of each of the last months.
     *
     * @param asOf months after it are left out of sight
     * @param before so are runs made and outcomes reported from this moment on
     */
    static List<TakenAction> of(JdbcRadarStore store, Optional<YearMonth> asOf, Instant before) {
        List<RunSummary> newest = newestOfEachMonth(store.runs().stream()
                .filter(run -> run.createdAt().isBefore(before)
                        && asOf.filter(run.asOf()::isAfter).isEmpty())
                .toList());
        PastActions past = new PastActions(store.cases().outcomes().stream()
                .filter(outcome -> outcome.at().isBefore(before))
                .toList());
        newest.forEach(run -> store.run(run.runId()).ifPresent(past::add));
        return past.list();
    }

    /** Alerts of earlier months and the work on them. */
    static MonitorHistory monitored(JdbcRadarStore store) {
        return new MonitorHistory(
                newestOfEachMonth(store.runs()).stream()
                        .map(run -> new AlertMonth(run.asOf(), run.alerts(), run.segments()))
                        .toList(),
                store.cases().cases(),
                Optional.empty());
    }

    static List<RunSummary> newestOfEachMonth(List<RunSummary> newestFirst) {
        Set<YearMonth> seen = new TreeSet<>();
        List<RunSummary> runs = new ArrayList<>();
        for (RunSummary run : newestFirst) {
            if (seen.size() < MONTHS && seen.add(run.asOf())) {
                runs.add(run);
            }
        }
        return runs;
    }
}
