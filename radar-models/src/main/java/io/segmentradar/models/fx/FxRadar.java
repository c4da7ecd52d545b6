package io.segmentradar.models.fx;

import io.segmentradar.core.fx.FxAnalyst;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxReport.Status;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.fx.FxSensitivity;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Regime, exposures, sensitivities and scores of a month. */
public final class FxRadar implements FxAnalyst {
    /** Probability of a large move where the series is too short for a model: that of its definition. */
    private static final double USUAL_LARGE_MOVE = 1 / 3.0;

    private static final int YEAR = 12;

    @Override
    public FxReport analyse(SegmentPanel panel, FxPolicy policy, List<MonthlySeries> covariates) {
        Exposures exposures = new Exposures(panel, policy);
        List<FxSegment> exposed = new ArrayList<>();
        int[] rows = IntStream.range(0, panel.segments())
                .filter(s -> exposures.of(s).map(exposed::add).orElse(false))
                .toArray();
        Optional<MonthlySeries> series = covariates.stream()
                .filter(candidate -> candidate.id().equals(policy.series()))
                .findFirst();
        if (series.isEmpty()) {
            return new FxReport(Status.NO_RATE, Optional.empty(), bySize(exposed));
        }
        Optional<FxRegime> now = FxRegime.knownAt(panel.months().last(), series.get());
        if (now.isEmpty()) {
            return new FxReport(Status.RATE_TOO_SHORT, Optional.empty(), bySize(exposed));
        }
        RateSeries rate = new RateSeries(series.get(), now.get().month());
        FxMarket market = market(panel, series.get(), now.get(), rate);
        double largeMove =
                market.hidden().map(HiddenRegime::largeMoveProbability).orElse(USUAL_LARGE_MOVE);
        List<FxScores> scores =
                new FxScoring(policy, now.get().trend().direction(), largeMove).score(exposed, exposures.stress(rows));
        List<Sensitivities> sensitivities = policy.kpis().stream()
                .filter(panel::has)
                .map(kpi -> new Sensitivities(panel, exposures, kpi, rows, rate))
                .toList();
        List<FxSegment> segments = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            segments.add(complete(exposed.get(i), sensitivities, i, scores.get(i)));
        }
        segments.sort(FxSegment.BY_ATTENTION);
        return new FxReport(Status.KNOWN, Optional.of(market), segments);
    }

    private static FxMarket market(SegmentPanel panel, MonthlySeries series, FxRegime now, RateSeries rate) {
        return new FxMarket(
                now,
                rate.changeOver(1).orElseThrow(),
                rate.changeOver(YEAR),
                FxRegime.history(panel.months().last(), series),
                HiddenRegimes.of(rate.firstChange(), rate.changes()));
    }

    private static FxSegment complete(FxSegment exposed, List<Sensitivities> sensitivities, int i, FxScores scores) {
        List<FxSensitivity> known = new ArrayList<>();
        sensitivities.forEach(kpi -> kpi.of(i).ifPresent(known::add));
        return new FxSegment(
                exposed.id(), exposed.exports(), exposed.imports(), exposed.momentum(), known, Optional.of(scores));
    }

    private static List<FxSegment> bySize(List<FxSegment> segments) {
        return segments.stream()
                .sorted(Comparator.comparingDouble((FxSegment segment) -> -segment.amount())
                        .thenComparing(FxSegment::id))
                .toList();
    }
}
