package io.segmentradar.models.growth;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.features.matrix.FeatureBuilder;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A linear account of what absent customers bring back: growth on what they had when last seen, on what is usual of all
 * customers known, and on the way back to the months before. Segments and the levels above are fitted apart, robustly, a
 * row in proportion to its money: half way between series that all count alike and money that all counts alike.
 */
public final class AbsenceRegression {
    public static final String NAME = "absence_regression";

    private static final int INPUTS = 8;
    private static final int ABSENCE_INPUTS = 3;
    private static final int QUARTER = 3;
    private static final int HALF_YEAR = 6;
    private static final int YEAR = 12;
    private static final int FIRST_MONTH = 2;
    private static final int MIN_ROWS = 30 * INPUTS;

    /** One over the usual error of a series of usual size, as a share of its size. */
    private static final double USUAL_WEIGHT = 3;

    private final SeriesBlock block;
    private final double[] values;
    private final double[] sinceNow;
    private final double[] longer;
    private final double[] usual;
    private final GrowthSpace level;
    private final FitSchedule schedule;
    private final int months;
    private final Map<Integer, Fitted> fitted = new ConcurrentHashMap<>();

    /**
     * @param block with absences
     */
    public AbsenceRegression(SeriesBlock block, String kpi, GrowthSpace level, FitSchedule schedule) {
        this.block = block;
        this.values = block.values(kpi);
        this.sinceNow = block.values(Absences.sinceNow(kpi));
        this.longer = block.values(Absences.longer(kpi));
        this.usual = block.values(Absences.usual(kpi));
        this.level = level;
        this.schedule = schedule;
        this.months = block.months().count();
    }

    /** Whether models with these inputs know of absences, as older ones do not. */
    public static boolean isFor(FeatureMatrix inputs) {
        return inputs.schema().features().contains(FeatureBuilder.ABSENT_SHARE);
    }

    /** Fitted at every month of the schedule on growth known by then; silent where there is too little. */
    public ForecastGrid forecast() {
        ForecastGrid grid = new ForecastGrid(NAME, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int fit = 0; fit < schedule.fits().size(); fit++) {
            for (int h = 1; h <= Horizon.MAX; h++) {
                Fitted fitted = fit(schedule.fits().get(fit), h);
                for (int node = 0; node < block.nodes(); node++) {
                    for (int month = schedule.fits().get(fit); month <= schedule.lastOriginOf(fit); month++) {
                        int cell = node * months + month;
                        grid.set(node, month, h, level.invert(cell, fitted.growth(cell)));
                    }
                }
            }
        }
        return grid;
    }

    /** Learns growth over {@code h} months from what was known in a month; once, whoever asks. */
    public Fitted fit(int known, int h) {
        return fitted.computeIfAbsent(known * (Horizon.MAX + 1) + h, key -> {
            int segments = block.start(block.levels().size() - 1);
            return new Fitted(
                    segments * months,
                    coefficients(0, segments, known, h),
                    coefficients(segments, block.nodes(), known, h));
        });
    }

    /** Coefficients for the levels above the segments and for the segments. */
    public final class Fitted {
        private final int firstOfSegments;
        private final double[] above;
        private final double[] segments;

        private Fitted(int firstOfSegments, double[] above, double[] segments) {
            this.firstOfSegments = firstOfSegments;
            this.above = above;
            this.segments = segments;
        }

        /** Growth from a cell in units of its level's scale; NaN if the value is missing or too little was known to learn. */
        double growth(int cell) {
            double[] parts = parts(cell);
            return parts[0] + parts[1];
        }

        /** Growth as another space measures it; 0 where nothing is known. A balance does not fall below 0. */
        double growthIn(GrowthSpace space, int cell) {
            double growth = growth(cell);
            if (Double.isNaN(growth)) {
                return 0;
            }
            return space.isLog() ? space.growthTo(cell, Math.max(0, level.invert(cell, growth))) : growth;
        }

        /** Growth that customers bring who are absent or known to be usual, and growth back to the months before. */
        public double[] parts(int cell) {
            double[] own = cell < firstOfSegments ? above : segments;
            double[] parts = own.length == 0 ? new double[] {Double.NaN, Double.NaN} : new double[2];
            double[] inputs = inputs(cell, cell % months);
            for (int i = 0; i < own.length; i++) {
                parts[i < ABSENCE_INPUTS ? 0 : 1] += own[i] * inputs[i];
            }
            return parts;
        }
    }

    private double[] coefficients(int from, int to, int known, int h) {
        RobustRegression regression = new RobustRegression(INPUTS);
        double size = usualSize(from, to, known);
        for (int node = from; node < to; node++) {
            for (int month = FIRST_MONTH; month + h <= known && block.isDistinct(node); month++) {
                int cell = node * months + month;
                if (!Double.isNaN(level.growth(cell, h))) {
                    double weight = USUAL_WEIGHT * Math.sqrt(level.scale(cell) / size);
                    regression.add(inputs(cell, month), level.growth(cell, h), weight);
                }
            }
        }
        return regression.rows() < MIN_ROWS ? new double[0] : regression.coefficients();
    }

    /** Mean scale of the nodes known in a month. */
    private double usualSize(int from, int to, int month) {
        double sum = 0;
        int n = 0;
        for (int node = from; node < to; node++) {
            if (!Double.isNaN(values[node * months + month])) {
                sum += level.scale(node * months + month);
                n++;
            }
        }
        return n == 0 ? 1 : sum / n;
    }

    private double[] inputs(int cell, int month) {
        double now = values[cell];
        double[] inputs = {
            sinceNow[cell],
            longer[cell],
            usual[cell] - now,
            now,
            mean(cell, month, 1, 1) - now,
            mean(cell, month, 2, 2) - now,
            mean(cell, month, QUARTER, HALF_YEAR - 1) - now,
            mean(cell, month, HALF_YEAR, YEAR - 1) - now
        };
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Double.isNaN(inputs[i]) ? 0 : inputs[i] / level.scale(cell);
        }
        return inputs;
    }

    /** Mean of the months {@code from} to {@code to} before; NaN if none is known. */
    private double mean(int cell, int month, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int back = from; back <= to && back <= month; back++) {
            if (!Double.isNaN(values[cell - back])) {
                sum += values[cell - back];
                n++;
            }
        }
        return sum / n;
    }
}
