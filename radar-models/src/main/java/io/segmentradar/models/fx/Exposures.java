package io.segmentradar.models.fx;

import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the segments themselves show: exports, imports, their course, and signs of stress. */
final class Exposures {
    private static final int QUARTER = 3;

    private final SegmentPanel panel;
    private final FxPolicy policy;
    private final int now;

    Exposures(SegmentPanel panel, FxPolicy policy) {
        this.panel = panel;
        this.policy = policy;
        this.now = panel.months().count();
    }

    /** The segment without sensitivities and scores; empty without customers or FX business. */
    Optional<FxSegment> of(int segment) {
        if (!panel.isBorn(segment) || panel.lastMonth(segment) != now - 1) {
            return Optional.empty();
        }
        double exports = positive(mean(policy.exports(), segment, FxPolicy.EXPOSURE_MONTHS));
        double imports = positive(mean(policy.imports(), segment, FxPolicy.EXPOSURE_MONTHS));
        double amount = exports + imports;
        if (!(amount > 0)) {
            return Optional.empty();
        }
        double latest =
                positive(mean(policy.exports(), segment, QUARTER)) + positive(mean(policy.imports(), segment, QUARTER));
        // A tenth of the year's mean keeps a quarter without business comparable.
        double momentum = Math.log((latest + 0.1 * amount) / (1.1 * amount));
        return Optional.of(
                new FxSegment(panel.index().id(segment), exports, imports, momentum, List.of(), Optional.empty()));
    }

    /** Mean rank of the signs of stress of these rows: 0 at ease, 1 in need; 0.5 where nothing is known. */
    double[] stress(int[] rows) {
        double[] sum = new double[rows.length];
        int signs = 0;
        for (String column : policy.rising()) {
            add(sum, Ranks.of(changes(column, rows, 1)));
            signs++;
        }
        for (String column : policy.falling()) {
            add(sum, Ranks.of(changes(column, rows, -1)));
            signs++;
        }
        if (signs == 0) {
            Arrays.fill(sum, 0.5);
            return sum;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= signs;
        }
        return sum;
    }

    /** Last quarter against the one before, relative to their size, times {@code sign}. */
    private double[] changes(String column, int[] rows, int sign) {
        double[] changes = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double latest = mean(column, rows[i], 0, QUARTER);
            double before = mean(column, rows[i], QUARTER, 2 * QUARTER);
            double size = Math.abs(latest) + Math.abs(before);
            changes[i] = size == 0 ? 0 : sign * (latest - before) / size;
        }
        return changes;
    }

    private static void add(double[] sum, double[] ranks) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += ranks[i];
        }
    }

    double mean(String column, int segment, int months) {
        return mean(column, segment, 0, months);
    }

    /** Mean of the known months from {@code from} to before {@code to} months ago; NaN if none is known. */
    private double mean(String column, int segment, int from, int to) {
        PanelColumn values = panel.column(column);
        double sum = 0;
        int n = 0;
        for (int m = Math.max(0, now - to); m < now - from; m++) {
            double value = values.orNaN(segment, m);
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private static double positive(double amount) {
        return amount > 0 ? amount : 0;
    }
}
