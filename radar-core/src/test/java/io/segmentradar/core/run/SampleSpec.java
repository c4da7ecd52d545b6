package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bank of four keys and six KPIs, each its own amount. */
final class SampleSpec {
    static final List<String> GRADES = List.of("최우수", "우수", "일반");
    static final List<String> KPIS =
            List.of("deposits", "loans", "card_spend", "digital_amount", "net_inflow", "fx_amount");
    private static final List<String> LABELS = List.of("예금총잔액", "대출총잔액", "카드총사용", "디지털거래금액", "순유입", "FX총액");

    private SampleSpec() {}

    static RadarSpec spec() {
        List<SegmentDimension> dimensions = List.of(
                dimension("industry", "업종", List.of()),
                dimension("province", "지역", List.of()),
                dimension("grade", "고객등급", GRADES),
                new SegmentDimension(
                        "dedicated",
                        "전담 여부",
                        label("전담 여부", "dedicated"),
                        "미상",
                        List.of("Y", "N"),
                        Map.of("Y", label("전담", "Dedicated"), "N", label("비전담", "Not dedicated"))));
        List<Kpi> kpis = new ArrayList<>();
        for (int k = 0; k < KPIS.size(); k++) {
            KpiKind kind = KPIS.get(k).equals("net_inflow") ? KpiKind.SIGNED_FLOW : KpiKind.BALANCE;
            kpis.add(new Kpi(KPIS.get(k), label(LABELS.get(k), KPIS.get(k)), kind, formula("amount_" + k)));
        }
        Ratio ratio = new Ratio(
                "limit_utilisation", label("한도소진율", "Limit utilisation"), formula("amount_1"), formula("amount_0"));
        List<RadarSpec.AmountColumn> amounts = new ArrayList<>();
        for (int k = 0; k < KPIS.size(); k++) {
            amounts.add(new RadarSpec.AmountColumn("amount_" + k, label("금액" + k, "Amount " + k), true, false));
        }
        return new RadarSpec(
                "fixture",
                "0".repeat(64),
                label("시험", "Fixture"),
                new RadarSpec.MonthColumn("기준년월", "YYYYMM"),
                dimensions,
                amounts,
                List.of(),
                new KpiCatalog(kpis, List.of(ratio)),
                new MoneyUnit("KRW", 1e6, label("백만원", "million KRW")),
                "korea",
                SegmentHierarchy.standard(dimensions),
                new AlertPolicy(Map.of("deposits", 10.0), 0.05),
                new ActionPolicy(Map.of(), 3),
                3,
                MonitorPolicy.USUAL,
                AlikePolicy.USUAL,
                Optional.empty(),
                0,
                Reconciler.WLS);
    }

    private static SegmentDimension dimension(String id, String ko, List<String> values) {
        return new SegmentDimension(id, ko, label(ko, id), "미상", values);
    }

    static Label label(String ko, String en) {
        return new Label(ko, en);
    }

    private static KpiFormula formula(String column) {
        return new KpiFormula(List.of(new Term(1, column)));
    }
}
