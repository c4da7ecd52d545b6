package io.segmentradar.models.combine;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The published method: a mixture of all candidates whose weights, by horizon and kind of series, come from their errors
 * at earlier origins with targets up to the training month. Weights of an origin never depend on its own target or any
 * later one.
 */
public final class Combination {
    /** Name of the published method. */
    public static final String NAME = "combination";

    private static final int MAX_SAMPLES = 20_000;
    private static final int FEW_SAMPLES = 60;

    /** Leaving the prior, or the weights of all kinds together, must pay by this share of the error. */
    private static final double PULL = 0.2;

    /** Share of the prior that stays in any case: a mixture that errs differently each year beats last year's best. */
    private static final double BLEND = 0.4;

    /** How fast a method loses its share of the prior as its error grows over the best one's: with this power. */
    private static final double DISTRUST = 4;

    /** Methods that serve for comparison and are not mixed. */
    private static final Set<String> COMPARISON = Set.of("seasonal_naive", "drift");

    private final SeriesBlock block;
    private final double[] values;
    private final GrowthSpace level;
    private final FitSchedule schedule;
    private final List<ForecastGrid> candidates;
    private final NodeKind[][] kinds;
    private final double[][] priors;
    private final int months;

    /** Number of the training in force at each origin. */
    private final int[] fitAt;

    /**
     * @param candidates methods to mix
     * @param level scale of each series, by which errors are made comparable
     * @param kinds kind of every node at each training
     * @param priors weights before there is evidence, of each training
     */
    public Combination(
            SeriesBlock block,
            double[] values,
            GrowthSpace level,
            FitSchedule schedule,
            List<ForecastGrid> candidates,
            NodeKind[][] kinds,
            double[][] priors) {
        this.block = block;
        this.values = values;
        this.level = level;
        this.schedule = schedule;
        this.candidates = candidates;
        this.kinds = kinds;
        this.priors = priors.clone();
        this.months = block.months().count();
        this.fitAt = IntStream.rangeClosed(schedule.firstOrigin(), schedule.lastOrigin())
                .map(schedule::fitOf)
                .toArray();
    }

    /** The mixture at every origin; never negative unless {@code signed}. */
    public ForecastGrid combine(boolean signed) {
        ForecastGrid mixed = new ForecastGrid(NAME, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int h = 1; h <= Horizon.MAX; h++) {
            for (int fit = 0; fit < schedule.fits().size(); fit++) {
                double[][] seen = errors(h, fit, null);
                double[] all = learned(seen, proven(priors[fit], seen));
                double[][] byKind = new double[NodeKind.values().length][];
                for (NodeKind kind : NodeKind.values()) {
                    double[][] errors = errors(h, fit, kind);
                    byKind[kind.ordinal()] = errors[0].length < FEW_SAMPLES ? all : learned(errors, all);
                }
                mix(mixed, h, fit, byKind, signed);
            }
        }
        return mixed;
    }

    /** The prior, in favour of methods with small errors; as it is before there are any. */
    private static double[] proven(double[] prior, double[][] errors) {
        double[] weights = prior.clone();
        if (errors[0].length < FEW_SAMPLES) {
            return weights;
        }
        double[] sizes = new double[weights.length];
        for (int m = 0; m < sizes.length; m++) {
            sizes[m] = Arrays.stream(errors[m]).map(Math::abs).sum();
        }
        double least = Arrays.stream(sizes).min().orElse(0);
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            weights[m] *= sizes[m] > least ? Math.pow(least / sizes[m], DISTRUST) : 1;
            sum += weights[m];
        }
        for (int m = 0; sum > 0 && m < weights.length; m++) {
            weights[m] /= sum;
        }
        return sum > 0 ? weights : prior;
    }

    private static double[] learned(double[][] errors, double[] start) {
        double[] weights = Combiner.weights(errors, start, PULL);
        for (int m = 0; m < weights.length; m++) {
            weights[m] = (1 - BLEND) * weights[m] + BLEND * start[m];
        }
        return weights;
    }

    private void mix(ForecastGrid mixed, int h, int fit, double[][] byKind, boolean signed) {
        for (int node = 0; node < block.nodes(); node++) {
            NodeKind kind = kinds[fit][node];
            for (int origin = schedule.fits().get(fit); origin <= schedule.lastOriginOf(fit); origin++) {
                double last = values[node * months + origin];
                if (!Double.isNaN(last)) {
                    boolean constant = NodeKind.isConstant(values, node * months + origin, origin);
                    double point = constant ? last : mixture(node, origin, h, byKind[kind.ordinal()], last);
                    mixed.set(node, origin, h, signed ? point : Math.max(0, point));
                }
            }
        }
    }

    private double mixture(int node, int origin, int h, double[] weights, double last) {
        double sum = 0;
        double others = Double.NaN;
        for (int m = 0; m < weights.length; m++) {
            if (weights[m] > 0) {
                double point = candidates.get(m).get(node, origin, h);
                if (Double.isNaN(point)) {
                    others = Double.isNaN(others) ? fallback(node, origin, h, last) : others;
                    point = others;
                }
                sum += weights[m] * point;
            }
        }
        return sum;
    }

    /** Stands in for a method that has nothing to say: the mean of the others that have. */
    private double fallback(int node, int origin, int h, double last) {
        double[] prior = priors[fitAt[origin - schedule.firstOrigin()]];
        double sum = 0;
        double weight = 0;
        for (int m = 0; m < candidates.size(); m++) {
            double point = candidates.get(m).get(node, origin, h);
            if (prior[m] > 0 && !Double.isNaN(point)) {
                sum += prior[m] * point;
                weight += prior[m];
            }
        }
        return weight == 0 ? last : sum / weight;
    }

    /** Scaled errors, method × sample, of origins whose targets were known at training {@code fit}; all kinds if null. */
    private double[][] errors(int h, int fit, NodeKind kind) {
        int known = schedule.fits().get(fit);
        int[] cells = new int[block.nodes() * Math.max(0, known - h - schedule.firstOrigin() + 1)];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            for (int origin = schedule.firstOrigin(); origin + h <= known; origin++) {
                int cell = node * months + origin;
                NodeKind own = kinds[fitAt[origin - schedule.firstOrigin()]][node];
                boolean wanted = kind == null
                        ? own != NodeKind.CONSTANT && own != NodeKind.ABSENT && own != NodeKind.AGGREGATE
                        : own == kind;
                if (wanted
                        && block.isDistinct(node)
                        && !Double.isNaN(values[cell])
                        && !Double.isNaN(values[cell + h])) {
                    cells[n++] = cell;
                }
            }
        }
        int stride = 1 + n / MAX_SAMPLES;
        int samples = (n + stride - 1) / stride;
        double[][] errors = new double[candidates.size()][samples];
        for (int i = 0; i < samples; i++) {
            int cell = cells[i * stride];
            int node = cell / months;
            int origin = cell % months;
            // Between money, in which a few large segments decide, and own errors, in which a small one weighs as much.
            double weight = 1 / Math.sqrt(level.scale(cell));
            double others = Double.NaN;
            for (int m = 0; m < errors.length; m++) {
                double point = candidates.get(m).get(node, origin, h);
                if (Double.isNaN(point)) {
                    others = Double.isNaN(others) ? fallback(node, origin, h, values[cell]) : others;
                    point = others;
                }
                errors[m][i] = (point - values[cell + h]) * weight;
            }
        }
        return errors;
    }

    /** Prior weights from shares by name; methods that are not there leave their share to the others. */
    public static double[] prior(List<ForecastGrid> candidates, Map<String, Double> shares) {
        double[] weights = new double[candidates.size()];
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            weights[m] = shares.getOrDefault(candidates.get(m).name(), 0.0);
            sum += weights[m];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("None of " + shares.keySet() + " is among the candidates");
        }
        for (int m = 0; m < weights.length; m++) {
            weights[m] /= sum;
        }
        return weights;
    }

    /** The candidates that may be mixed, in their order. */
    public static List<ForecastGrid> mixable(List<ForecastGrid> candidates) {
        return candidates.stream()
                .filter(candidate -> !COMPARISON.contains(candidate.name()))
                .toList();
    }
}
