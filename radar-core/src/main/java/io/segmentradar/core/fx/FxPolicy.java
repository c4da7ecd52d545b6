package io.segmentradar.core.fx;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a bank's FX business is, and how it is scored.
 *
 * @param series id of the covariate with the exchange rate, domestic currency per foreign unit
 * @param exports panel column of the export amounts
 * @param imports panel column of the import amounts
 * @param kpis KPIs and ratios whose sensitivity to the rate is estimated
 * @param rising columns (KPIs or ratios) whose rise means stress
 * @param falling columns whose fall means stress
 * @param opportunity weight of each factor in the opportunity score; at least 0, not all 0
 * @param risk weight of each factor in the risk score
 */
public record FxPolicy(
        String series,
        String exports,
        String imports,
        List<String> kpis,
        List<String> rising,
        List<String> falling,
        Map<FxFactor, Double> opportunity,
        Map<FxFactor, Double> risk) {
    /** Months whose amounts make a segment's exposure. */
    public static final int EXPOSURE_MONTHS = 12;

    public FxPolicy {
        kpis = List.copyOf(kpis);
        rising = List.copyOf(rising);
        falling = List.copyOf(falling);
        opportunity = weights("opportunity", opportunity);
        risk = weights("risk", risk);
    }

    /** With the usual weights. */
    public static FxPolicy of(
            String exports, String imports, List<String> kpis, List<String> rising, List<String> falling) {
        Map<FxFactor, Double> opportunity = new EnumMap<>(FxFactor.class);
        Map<FxFactor, Double> risk = new EnumMap<>(FxFactor.class);
        for (FxFactor factor : FxFactor.values()) {
            opportunity.put(factor, factor.usualOpportunity());
            risk.put(factor, factor.usualRisk());
        }
        return new FxPolicy(FxRegime.SERIES, exports, imports, kpis, rising, falling, opportunity, risk);
    }

    private static Map<FxFactor, Double> weights(String score, Map<FxFactor, Double> given) {
        Map<FxFactor, Double> weights = new EnumMap<>(FxFactor.class);
        double sum = 0;
        for (FxFactor factor : FxFactor.values()) {
            double weight = given.getOrDefault(factor, 0.0);
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException(
                        "The weight of " + factor + " in the " + score + " score must be at least 0, got " + weight);
            }
            weights.put(factor, weight);
            sum += weight;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("The " + score + " score needs a factor with a weight above 0");
        }
        return Collections.unmodifiableMap(weights);
    }
}
