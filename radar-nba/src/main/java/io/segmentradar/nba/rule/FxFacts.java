package io.segmentradar.nba.rule;

import static io.segmentradar.core.action.catalog.FactUnit.NUMBER;
import static io.segmentradar.core.action.catalog.FactUnit.RATIO;
import static io.segmentradar.core.action.catalog.FactUnit.TEXT;

import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.kpi.Label;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Facts on the exchange rate and on the FX business of a segment; missing without {@code --fx} or FX business. */
final class FxFacts {
    private FxFacts() {}

    static List<Fact> of() {
        return List.of(
                new Fact(
                        "fx_trend",
                        TEXT,
                        new Label("환율 추세", "Exchange rate trend"),
                        names(FxRegime.Trend.values()),
                        s -> s.fx().map(fx -> fx.trend().name()).orElse(null)),
                new Fact(
                        "fx_volatility",
                        TEXT,
                        new Label("환율 변동성", "Exchange rate volatility"),
                        names(FxRegime.Volatility.values()),
                        s -> s.fx().map(fx -> fx.volatility().name()).orElse(null)),
                Fact.of(
                        "fx_rate",
                        NUMBER,
                        "환율",
                        "Exchange rate",
                        s -> s.fx().map(FxRegime::rate).orElse(null)),
                Fact.of(
                        "fx_deviation",
                        RATIO,
                        "환율 3개월 평균 대비",
                        "Exchange rate against its 3-month mean",
                        s -> s.fx().map(FxRegime::deviation).orElse(null)),
                Fact.of(
                        "fx_large_move",
                        RATIO,
                        "다음 달 환율 큰 변동 확률",
                        "Probability of a large move of the rate next month",
                        SegmentView::largeMove),
                new Fact(
                        "fx_kind",
                        TEXT,
                        new Label("수출형·수입형", "Exporter or importer, last 12 months"),
                        names(FxSegment.Kind.values()),
                        s -> s.exposed().map(fx -> fx.kind().name()).orElse(null)),
                Fact.of(
                        "fx_hedge",
                        RATIO,
                        "자연 헤지",
                        "Natural hedge",
                        s -> s.exposed().map(FxSegment::hedge).orElse(null)),
                Fact.of(
                        "fx_opportunity",
                        NUMBER,
                        "외환 기회 점수",
                        "FX opportunity score (0-100)",
                        s -> score(s, FxScores::opportunity)),
                Fact.of("fx_risk", NUMBER, "외환 위험 점수", "FX risk score (0-100)", s -> score(s, FxScores::risk)));
    }

    private static Double score(SegmentView segment, Function<FxScores, Double> which) {
        return segment.exposed().flatMap(FxSegment::scores).map(which).orElse(null);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
