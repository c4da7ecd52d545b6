package io.segmentradar.http.api;

import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxMarket.MonthProbability;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.fx.FxSensitivity;
import io.segmentradar.core.view.SegmentRow;
import io.segmentradar.http.wire.Wire;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** {@code GET /api/fx/} and {@code GET /api/fx/segments/}: the exchange rate and who is exposed to it. */
final class FxEndpoints {
    private static final int USUAL_MONTHS = 120;
    private static final int MOST_MONTHS = 1200;
    private static final Map<String, Comparator<Exposed>> ORDERS = Map.of(
            "priority", Comparator.comparing(Exposed::fx, FxSegment.BY_ATTENTION),
            "opportunity", byScore(FxScores::opportunity),
            "risk", byScore(FxScores::risk),
            "amount", Comparator.comparingDouble(exposed -> -exposed.fx().amount()),
            "effect",
                    Comparator.comparingDouble(exposed -> -Math.abs(exposed.fx().positionEffect())));

    private FxEndpoints() {}

    /** A segment with FX business that the reader may see. */
    private record Exposed(SegmentRow row, FxSegment fx) {}

    private static Comparator<Exposed> byScore(ToDoubleFunction<FxScores> score) {
        return Comparator.comparingDouble(
                exposed -> -exposed.fx().scores().map(score::applyAsDouble).orElse(-1.0));
    }

    static Answer overview(Query query) {
        int months = query.params().integer("months", USUAL_MONTHS, 1, MOST_MONTHS);
        FxReport report = query.view().run().fx();
        Optional<FxMarket> market = report.market();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", query.view().run().manifest().asOf());
        json.put("status", report.status());
        json.put("message", Wire.fields(report.status().label()));
        json.put("regime", market.map(FxEndpoints::regime).orElse(null));
        json.put(
                "hidden",
                market.flatMap(FxMarket::hidden).map(FxEndpoints::hidden).orElse(null));
        json.put("history", market.map(found -> history(found, months)).orElse(List.of()));
        json.put("exposure", exposure(exposed(query)));
        json.put("weights", weights(query));
        return new Answer.Document(json);
    }

    private static Map<String, Object> regime(FxMarket market) {
        Map<String, Object> json = Wire.fields(market.now());
        json.put("trend_label", Wire.fields(market.now().trend().label()));
        json.put("volatility_label", Wire.fields(market.now().volatility().label()));
        json.put("change", market.change());
        json.put("year_change", Wire.number(market.yearChange()));
        return json;
    }

    private static Map<String, Object> hidden(HiddenRegime hidden) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("states", hidden.states().stream().map(Wire::fields).toList());
        json.put("transition", hidden.transition());
        json.put("large_move", hidden.largeMove());
        json.put("now", Wire.fields(hidden.months().get(hidden.months().size() - 1)));
        json.put("outlook", hidden.outlook().stream().map(Wire::fields).toList());
        json.put(
                "skill",
                hidden.skill().stream()
                        .map(skill -> {
                            Map<String, Object> fields = Wire.fields(skill);
                            fields.put("beats", skill.beats());
                            return fields;
                        })
                        .toList());
        json.put("beats_climatology", hidden.beatsClimatology());
        return json;
    }

    private static List<Map<String, Object>> history(FxMarket market, int months) {
        Map<YearMonth, MonthProbability> known = new TreeMap<>();
        market.hidden().map(HiddenRegime::months).orElse(List.of()).forEach(month -> known.put(month.month(), month));
        List<FxRegime> regimes = market.history();
        return regimes.subList(Math.max(0, regimes.size() - months), regimes.size()).stream()
                .map(regime -> {
                    Map<String, Object> json = Wire.fields(regime);
                    Optional<MonthProbability> month = Optional.ofNullable(known.get(regime.month()));
                    json.put("low", month.map(MonthProbability::low).orElse(null));
                    json.put("medium", month.map(MonthProbability::medium).orElse(null));
                    json.put("high", month.map(MonthProbability::high).orElse(null));
                    return json;
                })
                .toList();
    }

    /** By kind: segments, exports and imports a month, effect of the rate on their open positions. */
    private static Map<String, Object> exposure(List<Exposed> exposed) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (FxSegment.Kind kind : FxSegment.Kind.values()) {
            List<FxSegment> of = exposed.stream()
                    .filter(found -> !found.row().masked() && found.fx().kind() == kind)
                    .map(Exposed::fx)
                    .toList();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("label", Wire.fields(kind.label()));
            json.put("segments", of.size());
            json.put("exports", of.stream().mapToDouble(FxSegment::exports).sum());
            json.put("imports", of.stream().mapToDouble(FxSegment::imports).sum());
            json.put(
                    "position_effect",
                    of.stream().mapToDouble(FxSegment::positionEffect).sum());
            kinds.put(kind.name().toLowerCase(Locale.ROOT), json);
        }
        return kinds;
    }

    private static Map<String, Object> weights(Query query) {
        Map<String, Object> json = new LinkedHashMap<>();
        query.view().run().spec().fx().ifPresent(policy -> {
            json.put("opportunity", factors(policy.opportunity()));
            json.put("risk", factors(policy.risk()));
        });
        return json;
    }

    private static Map<String, Object> factors(Map<FxFactor, Double> values) {
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((factor, value) -> json.put(factor.name().toLowerCase(Locale.ROOT), value));
        return json;
    }

    static Answer segments(Query query) {
        Params params = query.params();
        Answer.Page page = Answer.Page.of(params, 20);
        var keys = query.keyFilter();
        var kind = params.constant("kind", FxSegment.Kind.class);
        var grade = params.constant("fx_grade", FxScores.Grade.class);
        String order = params.oneOf("sort", List.of("priority", "opportunity", "risk", "amount", "effect"))
                .orElse("priority");
        List<Exposed> rows = exposed(query).stream()
                .filter(found -> keys.test(found.row().key())
                        && kind.map(found.fx().kind()::equals).orElse(true)
                        && grade.map(wanted -> found.fx()
                                        .scores()
                                        .filter(scores -> scores.grade() == wanted)
                                        .isPresent())
                                .orElse(true)
                        && (kind.isEmpty() && grade.isEmpty() || !found.row().masked()))
                .sorted(Comparator.comparing((Exposed found) -> found.row().masked())
                        .thenComparing(ORDERS.get(order))
                        .thenComparing(found -> found.fx().id()))
                .toList();
        return Answer.paged("segments", page, rows, found -> fields(query, found));
    }

    private static List<Exposed> exposed(Query query) {
        List<Exposed> exposed = new ArrayList<>();
        for (FxSegment segment : query.view().run().fx().segments()) {
            query.view().segment(segment.id()).ifPresent(row -> exposed.add(new Exposed(row, segment)));
        }
        return exposed;
    }

    private static Map<String, Object> fields(Query query, Exposed exposed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("segment_id", exposed.fx().id());
        json.putAll(query.keyFields(exposed.row().key()));
        json.put("masked", exposed.row().masked());
        Map<String, Object> own = own(query, exposed.fx());
        if (exposed.row().masked()) {
            own.replaceAll((name, value) -> value instanceof List<?> ? List.of() : null);
        }
        json.putAll(own);
        return json;
    }

    /** Exposure, sensitivities and scores of one segment. */
    static Map<String, Object> own(Query query, FxSegment fx) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", fx.kind());
        json.put("kind_label", Wire.fields(fx.kind().label()));
        json.put("exports", fx.exports());
        json.put("imports", fx.imports());
        json.put("amount", fx.amount());
        json.put("net_share", fx.netShare());
        json.put("hedge", fx.hedge());
        json.put("momentum", fx.momentum());
        json.put("position_effect", fx.positionEffect());
        json.put("opportunity", fx.scores().map(FxScores::opportunity).orElse(null));
        json.put("risk", fx.scores().map(FxScores::risk).orElse(null));
        json.put("fx_grade", fx.scores().map(FxScores::grade).orElse(null));
        json.put(
                "opportunity_shares",
                fx.scores().map(scores -> factors(scores.opportunityShares())).orElse(null));
        json.put(
                "risk_shares",
                fx.scores().map(scores -> factors(scores.riskShares())).orElse(null));
        json.put(
                "sensitivities",
                fx.sensitivities().stream().map(FxEndpoints::sensitivity).toList());
        json.put(
                "actions",
                query.view().actions().stream()
                        .filter(row -> !row.masked()
                                && row.action().segment().equals(fx.id())
                                && row.action().category().equals("FX"))
                        .map(row -> row.action().type())
                        .toList());
        return json;
    }

    private static Map<String, Object> sensitivity(FxSensitivity sensitivity) {
        Map<String, Object> json = Wire.fields(sensitivity);
        json.put("effect", sensitivity.effect());
        json.put("effect_lower", sensitivity.effectLower());
        json.put("effect_upper", sensitivity.effectUpper());
        return json;
    }
}
