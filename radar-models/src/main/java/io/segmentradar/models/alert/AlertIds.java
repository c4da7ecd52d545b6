package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.segment.SegmentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Locale;

/** Short names of alerts, the same in every run of the same data and safe in an address. */
final class AlertIds {
    private AlertIds() {}

    static String of(YearMonth month, String level, SegmentId node, String kpi, AlertType type) {
        String what = String.join("\u0000", level, node.value(), kpi);
        return month + "-" + type.name().toLowerCase(Locale.ROOT) + "-"
                + HexFormat.of().formatHex(sha256(what), 0, 5);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
