package io.segmentradar.core.run;

import io.segmentradar.core.panel.IngestReport.InputFile;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the numbers of a run come from.
 *
 * @param runId as-of month and a hash of inputs, spec, seed and product version: same work, same id
 * @param stageSeconds wall-clock time by stage, in stage order
 */
public record RunManifest(
        String runId,
        YearMonth asOf,
        Instant createdAt,
        Versions versions,
        String specName,
        String specSha256,
        List<InputFile> inputs,
        int segments,
        int months,
        long seed,
        int threads,
        Map<RunProgress.Stage, Double> stageSeconds) {
    public RunManifest {
        inputs = List.copyOf(inputs);
        stageSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(stageSeconds));
    }

    /** Software and machine that made the run. */
    public record Versions(String product, String java, String lightgbm, String os, String arch) {}
}
