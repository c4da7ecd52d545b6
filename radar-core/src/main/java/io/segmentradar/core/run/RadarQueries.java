package io.segmentradar.core.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finished runs, for everything that reads them: API, pages, reports, commands. */
public interface RadarQueries {
    /** Newest month first, within a month the latest made first. */
    Comparator<RunSummary> NEWEST_FIRST = Comparator.comparing(RunSummary::asOf)
            .thenComparing(RunSummary::createdAt)
            .thenComparing(RunSummary::runId)
            .reversed();

    /** All kept runs by {@link #NEWEST_FIRST}. */
    List<RunSummary> runs();

    /** The run as it was stored; empty if there is none of that id. */
    Optional<RadarRun> run(String runId);

    /** The newest run; empty as long as nothing has been run. */
    default Optional<RadarRun> latest() {
        return runs().stream().findFirst().flatMap(summary -> run(summary.runId()));
    }

    /** Runs that are already in memory. */
    static RadarQueries of(RadarRun... runs) {
        List<RadarRun> kept = List.of(runs);
        return new RadarQueries() {
            @Override
            public List<RunSummary> runs() {
                return kept.stream().map(RunSummary::of).sorted(NEWEST_FIRST).toList();
            }

            @Override
            public Optional<RadarRun> run(String runId) {
                return kept.stream()
                        .filter(run -> run.manifest().runId().equals(runId))
                        .findFirst();
            }
        };
    }
}
