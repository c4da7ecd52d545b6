package io.segmentradar.core.run;

import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.panel.IngestReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;

/** Names a run after everything that decides its numbers, so that the same work has the same id. */
final class RunFingerprint {
    private static final int HEX_DIGITS = 12;

    private RunFingerprint() {}

    static String runId(RunRequest request, IngestReport ingest, YearMonth asOf) {
        StringBuilder text = new StringBuilder()
                .append(request.versions().product())
                .append('\n')
                .append(request.spec().sha256())
                .append('\n')
                .append(request.spec().alerts().selection())
                .append('\n')
                .append(request.seed())
                .append('\n')
                .append(asOf);
        ingest.files().forEach(file -> text.append('\n').append(file.sha256()));
        request.covariates()
                .forEach(series -> text.append('\n')
                        .append(series.id())
                        .append(series.publicationLag())
                        .append(series.values()));
        appendOptions(text, request.forecast());
        if (request.controlShare() > 0) {
            text.append("\ncontrol ").append(request.controlShare());
        }
        PastActions.knownIn(asOf, request.pastActions())
                .forEach(action -> text.append('\n').append(action));
        return asOf + "-" + sha256(text.toString()).substring(0, HEX_DIGITS);
    }

    static List<RunManifest.Series> series(RunRequest request) {
        return request.covariates().stream()
                .map(series -> new RunManifest.Series(
                        series.id(),
                        series.publicationLag(),
                        sha256(series.values().toString())))
                .toList();
    }

    /** Options that decide numbers, where they are not the usual ones. */
    private static void appendOptions(StringBuilder text, ForecastOptions options) {
        options.trained().ifPresent(models -> text.append("\nmodels ").append(models.id()));
        if (!options.backtest().equals(BacktestPlan.STANDARD)) {
            text.append('\n').append(options.backtest());
        }
        if (options.allCovariates()) {
            text.append("\nall covariates");
        }
        options.forecasters().forEach(own -> text.append("\nforecaster ").append(own.name()));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
