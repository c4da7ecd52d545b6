package io.segmentradar.cli.files;

import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxMarket.MonthProbability;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.fx.FxSensitivity;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.features.csv.CsvTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code fx_regime.csv} and {@code fx_segments.csv}; the first has no rows without an exchange rate. */
final class FxTables {
    static final String[] REGIME_HEADER = {
        "month",
        "known",
        "rate",
        "deviation",
        "spread",
        "trend",
        "volatility",
        "low_probability",
        "medium_probability",
        "high_probability",
        "large_move_probability"
    };

    private final FxReport fx;
    private final List<String> kpis;

    FxTables(RadarRun run) {
        this.fx = run.fx();
        this.kpis = run.spec().fx().map(policy -> policy.kpis()).orElse(List.of());
    }

    /** Months as they were known then; those after the run's are the outlook and say {@code false} under known. */
    void writeRegime(CsvTable table) {
        if (fx.market().isEmpty()) {
            return;
        }
        FxMarket market = fx.market().get();
        Map<YearMonth, FxRegime> regimes = new TreeMap<>();
        market.history().forEach(regime -> regimes.put(regime.month(), regime));
        Map<YearMonth, MonthProbability> probabilities = new TreeMap<>();
        market.hidden()
                .map(HiddenRegime::months)
                .orElse(List.of())
                .forEach(month -> probabilities.put(month.month(), month));
        market.hidden()
                .map(HiddenRegime::outlook)
                .orElse(List.of())
                .forEach(month -> probabilities.put(month.month(), month));
        TreeMap<YearMonth, Boolean> months = new TreeMap<>();
        regimes.keySet().forEach(month -> months.put(month, true));
        probabilities
                .keySet()
                .forEach(month -> months.put(month, !month.isAfter(market.now().month())));
        months.forEach((month, known) -> {
            Optional<FxRegime> regime = Optional.ofNullable(regimes.get(month));
            Optional<MonthProbability> probability = Optional.ofNullable(probabilities.get(month));
            table.text(month)
                    .text(known)
                    .number(regime.map(FxRegime::rate).orElse(Double.NaN))
                    .number(regime.map(FxRegime::deviation).orElse(Double.NaN))
                    .number(regime.map(FxRegime::spread).orElse(Double.NaN))
                    .text(regime.map(FxRegime::trend).orElse(null))
                    .text(regime.map(FxRegime::volatility).orElse(null))
                    .number(probability.map(MonthProbability::low).orElse(Double.NaN))
                    .number(probability.map(MonthProbability::medium).orElse(Double.NaN))
                    .number(probability.map(MonthProbability::high).orElse(Double.NaN))
                    .number(probability
                            .map(MonthProbability::largeMove)
                            .map(large -> large.orElse(Double.NaN))
                            .orElse(Double.NaN))
                    .end();
        });
    }

    String[] segmentHeader() {
        List<String> header = new ArrayList<>(List.of(
                "segment_id",
                "kind",
                "exports",
                "imports",
                "net_share",
                "hedge",
                "momentum",
                "position_effect_5pct",
                "opportunity",
                "risk",
                "grade"));
        for (String score : List.of("opportunity", "risk")) {
            for (FxFactor factor : FxFactor.values()) {
                header.add(score + "_share_" + factor.name().toLowerCase(Locale.ROOT));
            }
        }
        for (String kpi : kpis) {
            for (String column : List.of("elasticity", "lower_90", "upper_90", "t", "months", "effect_5pct")) {
                header.add(kpi + "_" + column);
            }
        }
        return header.toArray(String[]::new);
    }

    void writeSegments(CsvTable table) {
        for (FxSegment segment : fx.segments()) {
            table.text(segment.id())
                    .text(segment.kind())
                    .number(segment.exports())
                    .number(segment.imports())
                    .number(segment.netShare())
                    .number(segment.hedge())
                    .number(segment.momentum())
                    .number(segment.positionEffect())
                    .number(segment.scores().map(FxScores::opportunity).orElse(Double.NaN))
                    .number(segment.scores().map(FxScores::risk).orElse(Double.NaN))
                    .text(segment.scores().map(FxScores::grade).orElse(null));
            shares(table, segment.scores().map(FxScores::opportunityShares));
            shares(table, segment.scores().map(FxScores::riskShares));
            kpis.forEach(kpi -> sensitivity(
                    table,
                    segment.sensitivities().stream()
                            .filter(found -> found.kpi().equals(kpi))
                            .findFirst()));
            table.end();
        }
    }

    private static void shares(CsvTable table, Optional<Map<FxFactor, Double>> shares) {
        for (FxFactor factor : FxFactor.values()) {
            table.number(shares.map(known -> known.get(factor)).orElse(Double.NaN));
        }
    }

    private static void sensitivity(CsvTable table, Optional<FxSensitivity> sensitivity) {
        table.number(sensitivity.map(FxSensitivity::elasticity).orElse(Double.NaN))
                .number(sensitivity.map(FxSensitivity::lower).orElse(Double.NaN))
                .number(sensitivity.map(FxSensitivity::upper).orElse(Double.NaN))
                .number(sensitivity.map(FxSensitivity::t).orElse(Double.NaN))
                .text(sensitivity.map(FxSensitivity::months).orElse(null))
                .number(sensitivity.map(FxSensitivity::effect).orElse(Double.NaN));
    }
}
