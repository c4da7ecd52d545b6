package io.segmentradar.core.fx;

/**
 * How a KPI of a segment moves with the exchange rate in the same month: its change in per cent for a rate one per cent
 * higher, shrunk towards the segment's industry and that towards the bank.
 *
 * @param elasticity posterior mean
 * @param lower lower end of the 90 % interval
 * @param upper upper end
 * @param t posterior mean / posterior standard deviation
 * @param months months of data of the segment itself; with few the estimate is mostly the industry's
 * @param level mean of the last three months, in the unit of the spec
 */
public record FxSensitivity(
        String kpi, double elasticity, double lower, double upper, double t, int months, double level) {
    /** Size of the move of the rate for which effects are stated. */
    public static final double MOVE = 0.05;

    public FxSensitivity {
        if (!(lower <= elasticity && elasticity <= upper)) {
            throw new IllegalArgumentException(
                    "Elasticity " + elasticity + " of " + kpi + " lies outside " + lower + " to " + upper);
        }
    }

    /** Change of the KPI, in money (of a ratio: in the ratio), if the rate rises by {@link #MOVE}. */
    public double effect() {
        return effect(elasticity);
    }

    public double effectLower() {
        return effect(level >= 0 ? lower : upper);
    }

    public double effectUpper() {
        return effect(level >= 0 ? upper : lower);
    }

    private double effect(double elasticity) {
        return level * Math.expm1(elasticity * Math.log1p(MOVE));
    }
}
