package io.segmentradar.core.fx;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A segment with FX business in the last {@link FxPolicy#EXPOSURE_MONTHS} months.
 *
 * @param exports mean a month, in the unit of the spec
 * @param imports mean a month
 * @param momentum log of the mean of the last three months against the year's
 * @param sensitivities one a KPI of the policy for which there is enough data; empty without an exchange rate
 * @param scores empty without an exchange rate
 */
public record FxSegment(
        SegmentId id,
        double exports,
        double imports,
        double momentum,
        List<FxSensitivity> sensitivities,
        Optional<FxScores> scores) {
    /** Share of the amount by which exports and imports must differ: one is at least 1.5 times the other. */
    public static final double ONE_SIDED = 0.2;

    /**
     * Whom to look at first: by grade, among equals the larger amount. A rank of 99 against 97 says less than tenfold money.
     */
    public static final Comparator<FxSegment> BY_ATTENTION = Comparator.<FxSegment>comparingInt(segment ->
                    segment.scores().map(scores -> scores.grade().ordinal()).orElse(FxScores.Grade.values().length))
            .thenComparing(Comparator.comparingDouble(FxSegment::amount).reversed())
            .thenComparing(FxSegment::id);

    public FxSegment {
        sensitivities = List.copyOf(sensitivities);
        if (!(exports >= 0 && imports >= 0 && exports + imports > 0)) {
            throw new IllegalArgumentException(
                    "Segment '" + id + "' has exports " + exports + " and imports " + imports + ": no FX business");
        }
    }

    /** Which side of the exchange rate a segment stands on. */
    public enum Kind {
        /** Gains when the won weakens. */
        EXPORTER("수출형", "exporter"),
        /** Loses when the won weakens. */
        IMPORTER("수입형", "importer"),
        BALANCED("균형형", "balanced");

        private final Label label;

        Kind(String ko, String en) {
            this.label = new Label(ko, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Exports and imports a month. */
    public double amount() {
        return exports + imports;
    }

    /** (exports − imports) / amount, −1 to 1. */
    public double netShare() {
        return (exports - imports) / amount();
    }

    /** Natural hedge: share of the amount at which exports and imports offset one another, 0 to 1. */
    public double hedge() {
        return 2 * Math.min(exports, imports) / amount();
    }

    public Kind kind() {
        double net = netShare();
        return net >= ONE_SIDED ? Kind.EXPORTER : net <= -ONE_SIDED ? Kind.IMPORTER : Kind.BALANCED;
    }

    /**
     * What a rise of the rate by {@link FxSensitivity#MOVE} brings the segment a month on its open position, in money;
     * a fall brings the opposite. Contracts that hedge it are not known here.
     */
    public double positionEffect() {
        return (exports - imports) * FxSensitivity.MOVE;
    }
}
