package io.segmentradar.models.alert;

import io.segmentradar.models.growth.RobustRegression;
import java.util.List;

/**
 * The part of a segment's forecast errors that it shares with its siblings: the same month's mean error of the other
 * segments of its industry, of its province and so on, each weighed by a robust regression over the months before the one
 * under review. Errors are counted in each segment's own root mean square; a single one counts three of them at most.
 */
final class SharedPart {
    /** Of a level whose nodes have no siblings to compare with. */
    static final SharedPart NONE = new SharedPart(0, new double[0], new double[0], null);

    private static final double CAP = 3;
    private static final int MIN_ROWS = 200;

    private final int months;
    private final double[] size;
    private final double[] siblings;
    private final Peers peers;

    /**
     * @param size of a node's errors without the part of its siblings, as growth
     */
    private SharedPart(int months, double[] size, double[] siblings, Peers peers) {
        this.months = months;
        this.size = size;
        this.siblings = siblings;
        this.peers = peers;
    }

    /**
     * @param segments scores of a KPI at the level of segments
     * @param wider the levels above
     */
    static SharedPart of(Scores segments, List<LevelView> wider) {
        LevelView view = segments.errors().view();
        int months = view.months();
        double[] size = sizes(segments);
        double[] scaled = new double[size.length * months];
        for (int cell = 0; cell < scaled.length; cell++) {
            int node = cell / months;
            scaled[cell] = Math.max(-CAP, Math.min(CAP, segments.error(node, cell % months) / size[node]));
        }
        double[][] siblings = new double[wider.size()][];
        for (int g = 0; g < siblings.length; g++) {
            siblings[g] = meanOfOthers(scaled, months, wider.get(g));
        }
        double[] weights = weights(scaled, siblings, months);
        double[] part = new double[scaled.length];
        double[] rest = new double[scaled.length];
        for (int cell = 0; cell < part.length; cell++) {
            int node = cell / months;
            for (int g = 0; g < siblings.length && !Double.isNaN(scaled[cell]); g++) {
                part[cell] += weights[g] * siblings[g][cell] * size[node];
            }
            rest[cell] = segments.error(node, cell % months) - part[cell];
        }
        double[] left = rootMeanSquares(rest, months);
        for (int cell = 0; cell < rest.length; cell++) {
            rest[cell] = Math.max(-CAP, Math.min(CAP, rest[cell] / left[cell / months]));
        }
        return new SharedPart(months, left, part, new Peers(rest, months));
    }

    /** Of each node before the last month; NaN where there is nothing. */
    private static double[] rootMeanSquares(double[] values, int months) {
        double[] sizes = new double[values.length / months];
        for (int node = 0; node < sizes.length; node++) {
            double squares = 0;
            int count = 0;
            for (int cell = node * months; cell < (node + 1) * months - 1; cell++) {
                squares += Double.isNaN(values[cell]) ? 0 : values[cell] * values[cell];
                count += Double.isNaN(values[cell]) ? 0 : 1;
            }
            sizes[node] = squares == 0 ? Double.NaN : Math.sqrt(squares / count);
        }
        return sizes;
    }

    /** Root mean squares of the errors before the month under review; NaN where there are too few. */
    private static double[] sizes(Scores segments) {
        LevelView view = segments.errors().view();
        double[] sizes = new double[view.size()];
        for (int node = 0; node < sizes.length; node++) {
            double variance = UsualError.past(view, segments::error, node).variance();
            sizes[node] = segments.isCold(node) || variance == 0 ? Double.NaN : Math.sqrt(variance);
        }
        return sizes;
    }

    /** For each cell the mean of the others in the same node of a wider level; 0 where there are none. */
    private static double[] meanOfOthers(double[] scaled, int months, LevelView wider) {
        double[] means = new double[scaled.length];
        for (int node = 0; node < wider.size(); node++) {
            int[] members = wider.segmentsOf(node);
            for (int m = 0; m < months; m++) {
                double sum = 0;
                int count = 0;
                for (int segment : members) {
                    double value = scaled[segment * months + m];
                    sum += Double.isNaN(value) ? 0 : value;
                    count += Double.isNaN(value) ? 0 : 1;
                }
                for (int segment : members) {
                    double value = scaled[segment * months + m];
                    if (!Double.isNaN(value) && count > 1) {
                        means[segment * months + m] = (sum - value) / (count - 1);
                    }
                }
            }
        }
        return means;
    }

    private static double[] weights(double[] scaled, double[][] siblings, int months) {
        RobustRegression regression = new RobustRegression(siblings.length);
        double[] row = new double[siblings.length];
        for (int cell = 0; cell < scaled.length; cell++) {
            if (!Double.isNaN(scaled[cell]) && cell % months < months - 1) {
                for (int g = 0; g < row.length; g++) {
                    row[g] = siblings[g][cell];
                }
                regression.add(row, scaled[cell], 1);
            }
        }
        return regression.rows() < MIN_ROWS ? new double[siblings.length] : regression.coefficients();
    }

    /** The part of all siblings, in growth, as errors are. */
    double ofSiblings(int node, int month) {
        return peers == null ? 0 : siblings[node * months + month];
    }

    /** What the peers tell of the rest. */
    double ofPeers(int node, int month) {
        double part = peers == null ? 0 : peers.part(node, month);
        return part == 0 ? 0 : part * size[node];
    }

    /** The part of siblings and peers together. */
    double of(int node, int month) {
        return ofSiblings(node, month) + ofPeers(node, month);
    }
}
