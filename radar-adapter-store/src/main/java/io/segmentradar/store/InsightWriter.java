package io.segmentradar.store;

import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxMarket.MonthProbability;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.run.RadarRun;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes what a run says of exchange rates and alike segments. */
final class InsightWriter {
    private final RadarRun run;
    private final String runId;
    private final RunWriter.Filler filler;

    InsightWriter(RadarRun run, RunWriter.Filler filler) {
        this.run = run;
        this.runId = run.manifest().runId();
        this.filler = filler;
    }

    /** The report without its segments, which have rows of their own. */
    static String fx(RadarRun run) {
        return DomainJson.write(new FxReport(run.fx().status(), run.fx().market(), List.of()));
    }

    static String clusters(RadarRun run) {
        return DomainJson.write(new AlikeRow.Groups(
                run.alike().grouping().clusters(), run.alike().grouping().trials()));
    }

    void write() {
        run.fx().market().ifPresent(this::writeMonths);
        writeFxSegments();
        writeClusters();
    }

    private void writeMonths(FxMarket market) {
        Map<YearMonth, FxRegime> regimes = new HashMap<>();
        market.history().forEach(regime -> regimes.put(regime.month(), regime));
        Map<YearMonth, MonthProbability> probabilities = new HashMap<>();
        List<MonthProbability> all = new ArrayList<>();
        market.hidden().map(HiddenRegime::months).ifPresent(all::addAll);
        market.hidden().map(HiddenRegime::outlook).ifPresent(all::addAll);
        all.forEach(month -> probabilities.put(month.month(), month));
        TreeSet<YearMonth> months = new TreeSet<>(regimes.keySet());
        months.addAll(probabilities.keySet());
        filler.fill(
                "fx_month",
                List.of(
                        "run_id",
                        "ym",
                        "rate",
                        "trend",
                        "volatility",
                        "low_probability",
                        "medium_probability",
                        "high_probability",
                        "large_move_probability"),
                sink -> months.forEach(month -> {
                    FxRegime regime = regimes.get(month);
                    MonthProbability probability = probabilities.get(month);
                    sink.add(
                            runId,
                            month.toString(),
                            regime == null ? null : regime.rate(),
                            regime == null ? null : regime.trend().name(),
                            regime == null ? null : regime.volatility().name(),
                            probability == null ? null : probability.low(),
                            probability == null ? null : probability.medium(),
                            probability == null ? null : probability.high(),
                            probability == null || probability.largeMove().isEmpty()
                                    ? null
                                    : probability.largeMove().getAsDouble());
                }));
    }

    private void writeFxSegments() {
        filler.fill(
                "fx_segment",
                List.of(
                        "run_id",
                        "position",
                        "segment_id",
                        "kind",
                        "exports",
                        "imports",
                        "hedge",
                        "opportunity",
                        "risk",
                        "grade",
                        "body"),
                sink -> {
                    int position = 0;
                    for (FxSegment segment : run.fx().segments()) {
                        sink.add(
                                runId,
                                ++position,
                                segment.id().value(),
                                segment.kind().name(),
                                segment.exports(),
                                segment.imports(),
                                segment.hedge(),
                                segment.scores().map(FxScores::opportunity).orElse(null),
                                segment.scores().map(FxScores::risk).orElse(null),
                                segment.scores()
                                        .map(scores -> scores.grade().name())
                                        .orElse(null),
                                DomainJson.write(segment));
                    }
                });
    }

    private void writeClusters() {
        filler.fill(
                "segment_cluster",
                List.of("run_id", "position", "segment_id", "cluster", "outlier", "distance", "body"),
                sink -> {
                    for (int s = 0; s < run.alike().grouping().segments(); s++) {
                        AlikeRow row = AlikeRow.of(run.alike(), s);
                        sink.add(
                                runId,
                                s + 1,
                                run.panel().index().id(s).value(),
                                row.cluster(),
                                !row.unusual().isEmpty(),
                                row.distance(),
                                DomainJson.write(row));
                    }
                });
    }
}
