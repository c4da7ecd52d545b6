package io.segmentradar.models.fx;

import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Scores exposed segments against one another. Each factor is a rank, each score the rank of a weighted sum of ranks, so
 * that scores spread over 0..100 whatever the units and however long the tails.
 */
final class FxScoring {
    private final FxPolicy policy;
    private final int direction;
    private final double largeMove;

    /**
     * @param direction of the present trend: 1 up, −1 down, 0 neither
     * @param largeMove probability of a large move next month
     */
    FxScoring(FxPolicy policy, int direction, double largeMove) {
        this.policy = policy;
        this.direction = direction;
        this.largeMove = largeMove;
    }

    /**
     * @param stress one a segment, 0..1
     */
    List<FxScores> score(List<FxSegment> segments, double[] stress) {
        int n = segments.size();
        double[] size = new double[n];
        double[] momentum = new double[n];
        double[] exposure = new double[n];
        double[] gain = new double[n];
        double[] loss = new double[n];
        for (int i = 0; i < n; i++) {
            FxSegment segment = segments.get(i);
            size[i] = segment.amount();
            momentum[i] = segment.momentum();
            exposure[i] = Math.abs(segment.netShare());
            gain[i] = direction * segment.netShare() + largeMove * exposure[i];
            loss[i] = -direction * segment.netShare() + largeMove * exposure[i];
        }
        Map<FxFactor, double[]> promising = new EnumMap<>(FxFactor.class);
        promising.put(FxFactor.SIZE, Ranks.of(size));
        promising.put(FxFactor.MOMENTUM, Ranks.of(momentum));
        promising.put(FxFactor.EXPOSURE, Ranks.of(exposure));
        promising.put(FxFactor.STRESS, Ranks.reversed(stress));
        promising.put(FxFactor.REGIME, Ranks.of(gain));
        Map<FxFactor, double[]> endangered = new EnumMap<>(promising);
        endangered.put(FxFactor.MOMENTUM, Ranks.reversed(momentum));
        endangered.put(FxFactor.STRESS, Ranks.of(stress));
        endangered.put(FxFactor.REGIME, Ranks.of(loss));
        double[] opportunity = Ranks.of(sums(policy.opportunity(), promising, n));
        double[] risk = Ranks.of(sums(policy.risk(), endangered, n));
        List<FxScores> scores = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            scores.add(new FxScores(
                    100 * opportunity[i],
                    100 * risk[i],
                    shares(policy.opportunity(), promising, i),
                    shares(policy.risk(), endangered, i)));
        }
        return scores;
    }

    private static double[] sums(Map<FxFactor, Double> weights, Map<FxFactor, double[]> ranks, int n) {
        double[] sums = new double[n];
        weights.forEach((factor, weight) -> {
            for (int i = 0; i < n; i++) {
                sums[i] += weight * ranks.get(factor)[i];
            }
        });
        return sums;
    }

    private static Map<FxFactor, Double> shares(Map<FxFactor, Double> weights, Map<FxFactor, double[]> ranks, int i) {
        double sum = 0;
        for (FxFactor factor : FxFactor.values()) {
            sum += weights.get(factor) * ranks.get(factor)[i];
        }
        Map<FxFactor, Double> shares = new EnumMap<>(FxFactor.class);
        for (FxFactor factor : FxFactor.values()) {
            shares.put(factor, sum > 0 ? weights.get(factor) * ranks.get(factor)[i] / sum : 0);
        }
        return shares;
    }
}
