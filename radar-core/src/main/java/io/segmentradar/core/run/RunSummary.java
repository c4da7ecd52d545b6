package io.segmentradar.core.run;

import java.time.Instant;
import java.time.YearMonth;

/** A line in the list of runs. */
public record RunSummary(
        String runId,
        YearMonth asOf,
        Instant createdAt,
        String specName,
        int segments,
        int months,
        int alerts,
        int actions) {
    public static RunSummary of(RadarRun run) {
        RunManifest manifest = run.manifest();
        return new RunSummary(
                manifest.runId(),
                manifest.asOf(),
                manifest.createdAt(),
                manifest.specName(),
                manifest.segments(),
                manifest.months(),
                run.alerts().size(),
                run.actions().size());
    }
}
