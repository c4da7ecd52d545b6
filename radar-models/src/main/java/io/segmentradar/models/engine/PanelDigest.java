package io.segmentradar.models.engine;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.features.matrix.SeriesBlock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprint of what models learn from: months, segments, customers and KPIs, whatever files they came in. */
public final class PanelDigest {
    private PanelDigest() {}

    /** SHA-256 of a panel, hexadecimal: what the provenance of models trained on it says. */
    public static String sha256(SegmentPanel panel, SegmentHierarchy hierarchy, KpiCatalog kpis) {
        return sha256(SeriesBlock.of(panel, hierarchy, kpis));
    }

    /** SHA-256, hexadecimal. */
    static String sha256(SeriesBlock block) {
        MessageDigest digest = sha256();
        int segmentLevel = block.levels().size() - 1;
        text(digest, block.months().first() + " " + block.months().count());
        SegmentIndex segments = block.index(segmentLevel);
        for (int s = 0; s < segments.size(); s++) {
            text(digest, segments.id(s).toString());
        }
        int months = block.months().count();
        ByteBuffer series = ByteBuffer.allocate(months * Double.BYTES);
        for (String column : block.columns()) {
            text(digest, column);
            double[] values = block.values(column);
            for (int node = block.start(segmentLevel); node < block.nodes(); node++) {
                series.clear();
                for (int m = 0; m < months; m++) {
                    series.putDouble(values[node * months + m]);
                }
                digest.update(series.array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
