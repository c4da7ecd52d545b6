package io.segmentradar.core.fx;

import io.segmentradar.core.kpi.Label;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How promising and how endangered a segment's FX business is among all exposed segments of the month.
 *
 * @param opportunity rank in 0..100: 90 means that 90 % of the exposed segments promise less
 * @param risk rank in 0..100
 * @param opportunityShares share of each factor in the weighted sum behind the opportunity; they sum to 1
 * @param riskShares share of each factor in the weighted sum behind the risk
 */
public record FxScores(
        double opportunity, double risk, Map<FxFactor, Double> opportunityShares, Map<FxFactor, Double> riskShares) {
    public FxScores {
        requireScore(opportunity);
        requireScore(risk);
        opportunityShares = Collections.unmodifiableMap(new EnumMap<>(opportunityShares));
        riskShares = Collections.unmodifiableMap(new EnumMap<>(riskShares));
    }

    private static void requireScore(double score) {
        if (!(score >= 0 && score <= 100)) {
            throw new IllegalArgumentException("A score lies in 0..100, got " + score);
        }
    }

    /** The larger of the two scores. */
    public double priority() {
        return Math.max(opportunity, risk);
    }

    public Grade grade() {
        double priority = priority();
        return priority >= 90 ? Grade.A : priority >= 75 ? Grade.B : priority >= 50 ? Grade.C : Grade.D;
    }

    /** Order of attention by {@link #priority()}. */
    public enum Grade {
        /** 90 or more. */
        A,
        /** 75 or more. */
        B,
        /** 50 or more. */
        C,
        D;

        public Label label() {
            return new Label(name() + "등급", "grade " + name());
        }
    }
}
