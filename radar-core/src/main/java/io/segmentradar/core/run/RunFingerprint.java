package io.segmentradar.core.run;

import io.segmentradar.core.panel.IngestReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;

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
                .append(request.seed())
                .append('\n')
                .append(asOf);
        ingest.files().forEach(file -> text.append('\n').append(file.sha256()));
        request.covariates()
                .forEach(series -> text.append('\n')
                        .append(series.id())
                        .append(series.publicationLag())
                        .append(series.values()));
        return asOf + "-" + sha256(text.toString()).substring(0, HEX_DIGITS);
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
