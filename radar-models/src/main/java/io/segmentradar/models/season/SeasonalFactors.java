package io.segmentradar.models.season;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By how much season and calendar lift each month of each node, as known at one month: what remains after division is
 * easier to continue. A few years tell the pattern of one series only roughly, so that of a segment is drawn towards its
 * {@link Siblings}.
 */
public final class SeasonalFactors {
    private static final int YEAR = YearlyPattern.YEAR;

    /** Months from which siblings together show a season, and from which a series shows it alone. */
    private static final int NEEDED = 5 * YEAR / 2;

    private static final int NEEDED_ALONE = 3 * YEAR;

    /** Strength from which a pattern is held for a season, the usual bound (Hyndman and Athanasopoulos 2021). */
    private static final double STRONG = 0.64;

    /** Pull of the calendar's coefficients of all series towards 0, and of siblings towards those of all. */
    private static final double PULL_ALL = 0.02;

    private static final double PULL_SIBLINGS = 0.3;

    private final SeriesBlock block;
    private final int months;
    private final int known;
    private final boolean common;
    private final double[][] logs;
    private final int[] from;
    private final double[][] factors;

    private SeasonalFactors(SeriesBlock block, double[] values, int known) {
        this.block = block;
        this.months = block.months().count();
        this.known = known;
        this.logs = new double[block.nodes()][];
        this.from = new int[block.nodes()];
        this.factors = new double[block.nodes()][];
        int first = block.start(block.levels().size() - 1);
        boolean[] evident = new boolean[logs.length];
        int segments = 0;
        int seasonal = 0;
        for (int node = 0; node < logs.length; node++) {
            evident[node] = known + 1 >= NEEDED && read(values, node);
            if (node >= first && !Double.isNaN(values[node * months + known])) {
                segments++;
                seasonal += evident[node] ? 1 : 0;
            }
        }
        this.common = seasonal > 0 && 2 * seasonal >= segments;
        for (int node = 0; node < logs.length && !common; node++) {
            logs[node] = evident[node] && known + 1 - from[node] >= NEEDED_ALONE ? logs[node] : null;
        }
    }

    /** Takes a node's history if it is long enough and positive; true if its pattern is strong. */
    private boolean read(double[] values, int node) {
        double[] log = run(values, node);
        if (log.length < NEEDED || Arrays.stream(log).anyMatch(value -> value <= 0)) {
            return false;
        }
        for (int i = 0; i < log.length; i++) {
            log[i] = Math.log(log[i]);
        }
        from[node] = known + 1 - log.length;
        logs[node] = new double[known + 1];
        System.arraycopy(log, 0, logs[node], from[node], log.length);
        return YearlyPattern.of(logs[node], from[node], known).strength() > STRONG;
    }

    /** The unbroken stretch of known values up to the month of knowledge. */
    private double[] run(double[] values, int node) {
        int length = 0;
        while (length <= known && !Double.isNaN(values[node * months + known - length])) {
            length++;
        }
        return Arrays.copyOfRange(values, node * months + known + 1 - length, node * months + known + 1);
    }

    /**
     * Factors known at month {@code known} for all months of the panel and {@link Horizon#MAX} more.
     *
     * @param values nodes × months
     */
    public static SeasonalFactors of(SeriesBlock block, double[] values, Holidays calendar, int known) {
        SeasonalFactors all = new SeasonalFactors(block, values, known);
        List<int[]> families = Siblings.alike(block, all.patterns());
        if (all.isCommon()) {
            all.calendar(new WeekdayEffect(block.months(), calendar, known), families);
        }
        all.fill(Siblings.drawn(all.patterns(), families));
        return all;
    }

    /** Whether a node has a season; if not, all its factors are 1. */
    public boolean isPresent(int node) {
        return logs[node] != null;
    }

    /** Factor of a month, which may lie up to {@link Horizon#MAX} beyond the panel; 1 without a season. */
    public double at(int node, int month) {
        return factors[node] == null ? 1 : factors[node][month];
    }

    /** Values divided by their factors, nodes × months. */
    public double[] adjust(double[] values) {
        double[] adjusted = values.clone();
        for (int cell = 0; cell < adjusted.length; cell++) {
            adjusted[cell] /= at(cell / months, cell % months);
        }
        return adjusted;
    }

    private int firstSegment() {
        return block.start(block.levels().size() - 1);
    }

    /**
     * Whether the pattern of at least half of the segments known is strong. All with enough history then
     * have a season: a trend or noise may hide it from the test of one series, its siblings tell it.
     */
    public boolean isCommon() {
        return common;
    }

    /** The segments with a season. */
    private int[] segments() {
        return IntStream.range(firstSegment(), logs.length)
                .filter(this::isPresent)
                .toArray();
    }

    private YearlyPattern[] patterns() {
        YearlyPattern[] patterns = new YearlyPattern[logs.length];
        for (int node = 0; node < patterns.length; node++) {
            patterns[node] = isPresent(node) ? YearlyPattern.of(logs[node], from[node], known) : null;
        }
        return patterns;
    }

    /** Takes the days of the months out of the logarithms and puts them into the factors. */
    private void calendar(WeekdayEffect effect, List<int[]> families) {
        double[] common = coefficients(effect, segments(), new double[effect.width()], PULL_ALL);
        double[][] own = new double[logs.length][];
        Arrays.fill(own, common);
        for (int[] family : families) {
            double[] shared = coefficients(effect, family, common, PULL_SIBLINGS);
            for (int node : family) {
                own[node] = shared;
            }
        }
        for (int node = 0; node < logs.length; node++) {
            if (isPresent(node)) {
                factors[node] = new double[months + Horizon.MAX];
                for (int m = 0; m < factors[node].length; m++) {
                    factors[node][m] = effect.at(own[node], m);
                    if (m >= from[node] && m <= known) {
                        logs[node][m] -= factors[node][m];
                    }
                }
            }
        }
    }

    private double[] coefficients(WeekdayEffect effect, int[] nodes, double[] prior, double pull) {
        double[][] growths = new double[nodes.length][];
        int[] starts = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            starts[i] = from[nodes[i]];
            growths[i] = WeekdayEffect.growth(logs[nodes[i]], starts[i], known);
        }
        return effect.coefficients(growths, starts, prior, pull);
    }

    private void fill(double[][] patterns) {
        for (int node = 0; node < patterns.length; node++) {
            if (isPresent(node)) {
                double[] calendar = factors[node];
                factors[node] = new double[months + Horizon.MAX];
                for (int m = 0; m < factors[node].length; m++) {
                    factors[node][m] = Math.exp(patterns[node][m % YEAR] + (calendar == null ? 0 : calendar[m]));
                }
            }
        }
    }
}
