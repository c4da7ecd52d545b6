package io.segmentradar.nba.rule;

import static io.segmentradar.core.action.catalog.FactUnit.MONEY;
import static io.segmentradar.core.action.catalog.FactUnit.NUMBER;
import static io.segmentradar.core.action.catalog.FactUnit.RATIO;
import static io.segmentradar.core.action.catalog.FactUnit.TEXT;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.Lifecycle;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All facts that a spec's KPIs, ratios, amounts and key dimensions give, and those every bank has. */
final class SegmentFacts {
    private SegmentFacts() {}

    static List<Fact> of(KpiCatalog kpis, SegmentHierarchy hierarchy) {
        List<Fact> facts = new ArrayList<>();
        kpis.kpis().forEach(kpi -> facts.addAll(KpiFacts.of(kpi)));
        for (Ratio ratio : kpis.ratios()) {
            facts.add(new Fact(ratio.id(), RATIO, ratio.label(), List.of(), s -> s.value(ratio.id(), 0)));
            Label before = new Label(ratio.label().ko() + " 지난달", ratio.label().en() + ", a month ago");
            facts.add(new Fact(ratio.id() + "_previous", RATIO, before, List.of(), s -> s.value(ratio.id(), 1)));
        }
        for (String amount : kpis.amounts()) {
            facts.add(Fact.of(amount, MONEY, amount, amount, s -> s.value(amount, 0)));
        }
        for (int d = 0; d < hierarchy.dimensions().size(); d++) {
            facts.add(dimension(hierarchy.dimensions().get(d), d));
        }
        facts.addAll(segment());
        facts.addAll(FxFacts.of());
        return facts;
    }

    private static Fact dimension(SegmentDimension dimension, int position) {
        List<String> values = new ArrayList<>(dimension.values());
        if (!values.isEmpty()) {
            values.add(dimension.missing());
        }
        return new Fact(
                dimension.id(), TEXT, dimension.label(), values, s -> s.key().value(position));
    }

    private static List<Fact> segment() {
        List<String> lifecycles =
                Arrays.stream(Lifecycle.values()).map(Enum::name).toList();
        return List.of(
                new Fact(
                        "lifecycle",
                        TEXT,
                        new Label("생애 단계", "Lifecycle"),
                        lifecycles,
                        s -> s.panel().lifecycle(s.row()).name()),
                Fact.of("customers", NUMBER, "고객 수", "Customers", s -> s.value(SegmentPanel.CUSTOMER_COUNT, 0)),
                Fact.of(
                        "customers_previous",
                        NUMBER,
                        "고객 수 지난달",
                        "Customers, a month ago",
                        s -> s.value(SegmentPanel.CUSTOMER_COUNT, 1)),
                Fact.of("age_months", NUMBER, "관찰 개월 수", "Months since first seen", SegmentFacts::age),
                Fact.of(
                        "alert_severity",
                        NUMBER,
                        "최고 알림 심각도(0-4)",
                        "Worst alert severity (0-4)",
                        s -> KpiFacts.severity(s.alerts())),
                Fact.of("alert_impact", MONEY, "알림 영향 금액", "Money at stake in its worst alert", SegmentFacts::impact));
    }

    private static Double age(SegmentView s) {
        return (double) (s.panel().months().count() - s.panel().firstMonth(s.row()));
    }

    private static Double impact(SegmentView s) {
        return s.alerts().stream().mapToDouble(Alert::impact).max().orElse(0);
    }
}
