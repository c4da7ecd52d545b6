package io.segmentradar.core.run;

import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.Neighbours;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxMarket.MonthProbability;
import io.segmentradar.core.fx.FxMarket.Skill;
import io.segmentradar.core.fx.FxMarket.State;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxRegime.Trend;
import io.segmentradar.core.fx.FxRegime.Volatility;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.fx.FxSensitivity;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Made-up alike segments and exchange rates for a panel, alike in every run of it. */
public final class SampleInsights {
    private static final int ASPECTS = Aspect.values().length;

    private SampleInsights() {}

    /** Two groups, every third segment in the second; the fourth is an outlier; the next two rows are neighbours. */
    public static AlikeReport alike(SegmentPanel panel) {
        int n = panel.segments();
        int[] rows = new int[2 * n];
        double[] distances = new double[2 * n];
        double[] parts = new double[2 * n * ASPECTS];
        int[] cluster = new int[n];
        double[] distance = new double[n];
        int[] unusual = new int[n];
        Arrays.fill(unusual, -1);
        for (int s = 0; s < n; s++) {
            for (int rank = 0; rank < 2; rank++) {
                rows[2 * s + rank] = (s + rank + 1) % n;
                distances[2 * s + rank] = 0.3 + 0.2 * rank;
                for (Aspect aspect : Aspect.values()) {
                    parts[(2 * s + rank) * ASPECTS + aspect.ordinal()] = aspect == Aspect.SHAPE && s % 4 == 0
                            ? Double.NaN
                            : 0.2 + 0.1 * ((aspect.ordinal() + rank) % ASPECTS);
                }
            }
            cluster[s] = s % 3 == 2 ? 2 : 1;
            distance[s] = 0.5 + 0.01 * (s % 7);
        }
        unusual[3] = Aspect.VOLATILITY.ordinal();
        return new AlikeReport(
                new Neighbours(2, rows, distances, parts),
                new Grouping(
                        List.of(cluster(1, "예금 비중 높음 · 안정", "much deposits · steady"), cluster(2, "성장", "growing")),
                        List.of(new Grouping.Trial(2, 0.41, 0.97, true), new Grouping.Trial(3, 0.2, 0.7, false)),
                        cluster,
                        distance,
                        unusual));
    }

    private static SegmentCluster cluster(int number, String ko, String en) {
        return new SegmentCluster(
                number,
                new Label(ko, en),
                List.of(new SegmentCluster.Trait(Aspect.MIX, "deposits", new Label(ko, en), 1.2 - number)));
    }

    /** Every fourth segment has FX business: exporters, importers and balanced ones in turn. */
    public static FxReport fx(SegmentPanel panel) {
        List<FxSegment> segments = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s += 4) {
            double exports = s % 3 == 0 ? 90 : s % 3 == 1 ? 10 : 50;
            double priority = 100 - s * 100.0 / panel.segments();
            segments.add(new FxSegment(
                    panel.index().id(s),
                    exports,
                    100 - exports,
                    0.1,
                    List.of(new FxSensitivity("fx_amount", 0.8, 0.2, 1.4, 2.2, 24, 100)),
                    Optional.of(new FxScores(100 - priority, priority, shares(), shares()))));
        }
        return new FxReport(
                FxReport.Status.KNOWN, Optional.of(market(panel.months().last())), segments);
    }

    private static Map<FxFactor, Double> shares() {
        Map<FxFactor, Double> shares = new EnumMap<>(FxFactor.class);
        for (FxFactor factor : FxFactor.values()) {
            shares.put(factor, 0.2);
        }
        return shares;
    }

    private static FxMarket market(YearMonth month) {
        FxRegime before = new FxRegime(month.minusMonths(1), 1400.0, 0.001, 0.012, Trend.RANGE, Volatility.MEDIUM);
        FxRegime now = new FxRegime(month, 1434.5, 0.0213, 0.011, Trend.UP, Volatility.HIGH);
        return new FxMarket(
                now,
                0.0243,
                OptionalDouble.of(0.1),
                List.of(before, now),
                Optional.of(new HiddenRegime(
                        List.of(
                                new State(Volatility.LOW, 0, 0.005),
                                new State(Volatility.MEDIUM, 0, 0.017),
                                new State(Volatility.HIGH, 0.015, 0.086)),
                        List.of(List.of(0.96, 0.03, 0.01), List.of(0.01, 0.98, 0.01), List.of(0.03, 0.11, 0.86)),
                        0.0188,
                        List.of(
                                new MonthProbability(month.minusMonths(1), 0.1, 0.88, 0.02, OptionalDouble.empty()),
                                new MonthProbability(month, 0.06, 0.9, 0.04, OptionalDouble.of(0.31))),
                        List.of(
                                new MonthProbability(month.plusMonths(1), 0.07, 0.88, 0.05, OptionalDouble.of(0.33)),
                                new MonthProbability(month.plusMonths(2), 0.08, 0.87, 0.05, OptionalDouble.of(0.33)),
                                new MonthProbability(month.plusMonths(3), 0.09, 0.86, 0.05, OptionalDouble.of(0.32))),
                        List.of(new Skill(month.minusMonths(200), month, 201, 80, 0.61, 0.68, 0.02)))));
    }
}
