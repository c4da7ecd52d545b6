package io.segmentradar.core.run;

import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.panel.IngestReport.InputFile;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the numbers of a run come from.
 *
 * @param runId as-of month and a hash of all that decides its numbers: same work, same id
 * @param stageSeconds wall-clock time by stage, in stage order
 * @param models the trained models that were kept or used again
 * @param controlShare share of the planned segments held out
 * @param pastActions actions of earlier runs that the plan took into account
 * @param series monthly figures from outside the bank that were given, also those that earned no place
 * @param covariates which series from outside earned a place in which KPI's models
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
        Map<RunProgress.Stage, Double> stageSeconds,
        Optional<Models> models,
        List<CovariateVerdict> covariates,
        double controlShare,
        int pastActions,
        List<Series> series) {
    public RunManifest {
        series = series == null ? List.of() : List.copyOf(series);
        // Manifests stored by earlier versions have none.
        covariates = covariates == null ? List.of() : List.copyOf(covariates);
        inputs = List.copyOf(inputs);
        stageSeconds = Collections.unmodifiableMap(new LinkedHashMap<>(stageSeconds));
    }

    /**
     * Names the trained models behind a run.
     *
     * @param reused whether the run trained nothing
     */
    public record Models(String id, YearMonth trainedTo, boolean reused) {}

    /**
     * A series from outside the bank.
     *
     * @param sha256 of its months and values, in lower-case hex
     */
    public record Series(String id, int publicationLag, String sha256) {}

    /** Software and machine that made the run. */
    public record Versions(String product, String java, String lightgbm, String os, String arch) {}
}
