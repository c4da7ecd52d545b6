package io.segmentradar.nba.feedback;

import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Effectiveness of action types from months in which the plan kept a random control group: mean response of the planned
 * segments less that of the control group. Segments are compared as the lot assigned them, whether anybody called or
 * not, since who gets called is itself selected. Cells of segments borrow strength from one another by empirical Bayes:
 * a normal prior over cells, its spread by DerSimonian &amp; Laird (1986), as in Efron &amp; Morris (1975).
 */
public final class PilotEvidence implements EffectivenessSource {
    /** Segments needed in each arm of a type before anything is said. */
    public static final int LEAST_EACH = 20;

    /** Segments needed in each arm of a cell before the cell says something of its own. */
    private static final int LEAST_IN_CELL = 3;
    /** A response beyond this is a data event, not an effect; trimming keeps the variance finite in practice. */
    private static final double TRIM = 5;

    private static final double NORMAL_95 = 1.6448536269514722;

    private final Map<String, TypeEvidence> types = new TreeMap<>();
    private final List<Integer> cellDimensions;

    /**
     * @param cellDimensions positions in the segment key that make up a cell, such as industry and grade
     * @param keyOf key of a segment; empty for one that is no longer known, which is then left out
     */
    public PilotEvidence(
            List<PastAction> history, List<Integer> cellDimensions, Function<SegmentId, Optional<SegmentKey>> keyOf) {
        this.cellDimensions = List.copyOf(cellDimensions);
        history.stream()
                .filter(action -> action.response().isPresent())
                .collect(Collectors.groupingBy(PastAction::type, TreeMap::new, Collectors.toList()))
                .forEach((type, actions) ->
                        TypeEvidence.of(arms(actions, keyOf)).ifPresent(evidence -> types.put(type, evidence)));
    }

    private Map<List<String>, PilotArms> arms(
            List<PastAction> actions, Function<SegmentId, Optional<SegmentKey>> keyOf) {
        Map<List<String>, PilotArms> cells = new LinkedHashMap<>();
        for (PastAction action : actions) {
            keyOf.apply(action.segment()).ifPresent(key -> {
                double response =
                        Math.max(-TRIM, Math.min(TRIM, action.response().getAsDouble()));
                cells.computeIfAbsent(cell(key), c -> new PilotArms()).add(action.control(), response);
                cells.computeIfAbsent(List.of(), c -> new PilotArms()).add(action.control(), response);
            });
        }
        return cells;
    }

    private List<String> cell(SegmentKey key) {
        return cellDimensions.stream().map(key::value).toList();
    }

    /** Everything known about one type: the mean over cells, their spread, each cell. */
    private record TypeEvidence(
            PilotArms all, double mean, double meanVariance, double spread, Map<List<String>, Cell> cells) {
        private record Cell(double difference, double variance) {}

        static Optional<TypeEvidence> of(Map<List<String>, PilotArms> arms) {
            PilotArms all = arms.getOrDefault(List.of(), new PilotArms());
            if (!all.hasAtLeast(LEAST_EACH)) {
                return Optional.empty();
            }
            // With no variance at all every weight would be infinite; the tiny floor keeps identical responses legal.
            double responseVariance = Math.max(1e-12, all.pooledVariance());
            Map<List<String>, Cell> cells = new LinkedHashMap<>();
            arms.forEach((key, cell) -> {
                if (!key.isEmpty() && cell.hasAtLeast(LEAST_IN_CELL)) {
                    cells.put(key, new Cell(cell.difference(), cell.differenceVariance(responseVariance)));
                }
            });
            double spread = spread(new ArrayList<>(cells.values()));
            double weights = 0;
            double sum = 0;
            for (Cell cell : cells.values()) {
                double weight = 1 / (cell.variance() + spread);
                weights += weight;
                sum += weight * cell.difference();
            }
            boolean few = cells.size() < 2;
            double mean = few ? all.difference() : sum / weights;
            double variance = few ? all.differenceVariance(responseVariance) : 1 / weights;
            return Optional.of(new TypeEvidence(all, mean, variance, spread, cells));
        }

        /** Variance between cells by the method of moments; 0 if the cells differ no more than chance allows. */
        private static double spread(List<Cell> cells) {
            double w = 0;
            double ww = 0;
            double wd = 0;
            for (Cell cell : cells) {
                double weight = 1 / cell.variance();
                w += weight;
                ww += weight * weight;
                wd += weight * cell.difference();
            }
            double q = 0;
            for (Cell cell : cells) {
                q += Math.pow(cell.difference() - wd / w, 2) / cell.variance();
            }
            double scale = w - ww / w;
            return cells.size() < 2 || scale <= 0 ? 0 : Math.max(0, (q - (cells.size() - 1)) / scale);
        }

        EffectEstimate estimate(List<String> key) {
            Cell cell = cells.get(key);
            double own = cell == null ? 0 : spread / (spread + cell.variance());
            double posterior = cell == null ? mean : own * cell.difference() + (1 - own) * mean;
            double within = cell == null ? spread : own * cell.variance();
            double half = NORMAL_95 * Math.sqrt(within + (1 - own) * (1 - own) * meanVariance);
            return new EffectEstimate(posterior, posterior - half, posterior + half, all.planned(), all.control());
        }
    }

    /** What is known of a type for a segment like this; empty: no evidence yet. */
    public Optional<EffectEstimate> estimate(String type, SegmentKey segment) {
        return Optional.ofNullable(types.get(type)).map(evidence -> evidence.estimate(cell(segment)));
    }

    /** Mean effect of a type over all segments. */
    public Optional<EffectEstimate> estimate(String type) {
        return Optional.ofNullable(types.get(type)).map(evidence -> {
            double half = NORMAL_95 * Math.sqrt(evidence.meanVariance());
            return new EffectEstimate(
                    evidence.mean(),
                    evidence.mean() - half,
                    evidence.mean() + half,
                    evidence.all().planned(),
                    evidence.all().control());
        });
    }

    @Override
    public Optional<Double> effectiveness(String type, SegmentKey segment) {
        return estimate(type, segment).map(estimate -> Math.max(0, Math.min(1, estimate.mean())));
    }
}
