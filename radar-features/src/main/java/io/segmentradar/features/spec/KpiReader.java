package io.segmentradar.features.spec;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec.AmountColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what is measured: {@code unit}, {@code kpis} and {@code ratios}. */
final class KpiReader {
    private static final Map<String, KpiKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("balance", KpiKind.BALANCE);
        KINDS.put("flow", KpiKind.FLOW);
        KINDS.put("signed_flow", KpiKind.SIGNED_FLOW);
    }

    private final List<String> ids = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(Set.of(SegmentPanel.CUSTOMER_COUNT));

    static MoneyUnit unit(SpecSection top) {
        List<MoneyUnit> units = new ArrayList<>();
        SpecSection.read(top.node("unit"), top.problems(), s -> {
            String currency = s.text("currency");
            double size = s.number("size", 1, "above 0", n -> n > 0);
            units.add(new MoneyUnit(currency, size, s.label("label")));
        });
        return units.get(0);
    }

    /** Ids of the KPIs read so far. */
    List<String> ids() {
        return ids;
    }

    /** The KPIs and ratios; null, with problems noted, where one of them cannot be understood. */
    KpiCatalog catalog(SpecSection top, List<AmountColumn> amounts) {
        Set<String> columns = new LinkedHashSet<>();
        amounts.forEach(amount -> columns.add(amount.column()));
        taken.addAll(columns);
        FormulaReader formulas = new FormulaReader(columns);
        List<Kpi> kpis = new ArrayList<>();
        top.each("kpis", s -> {
            String id = freshId(s);
            KpiFormula formula = formulas.read(s, "formula");
            Kpi kpi = new Kpi(id, s.label("label"), s.choice("kind", KINDS), formula);
            kpis.add(kpi);
            ids.add(id);
            if (formula != null) {
                formulas.name(id, formula);
                requireSignedIfMixed(s, kpi);
            }
        });
        List<Ratio> ratios = new ArrayList<>();
        top.each(
                "ratios",
                s -> ratios.add(new Ratio(
                        freshId(s), s.label("label"), formulas.read(s, "numerator"), formulas.read(s, "denominator"))));
        if (kpis.isEmpty()) {
            top.problems().add(top.node("kpis"), "at least one is required");
        }
        return top.problems().build(top.node("kpis"), () -> new KpiCatalog(kpis, ratios));
    }

    private String freshId(SpecSection section) {
        String id = section.id("id");
        if (section.has("id") && !taken.add(id)) {
            section.problems()
                    .add(section.node("id"), "'" + id + "' is already the name of a KPI, a ratio or an amount column");
        }
        return id;
    }

    private static void requireSignedIfMixed(SpecSection section, Kpi kpi) {
        if (!kpi.formula().hasOneSign() && !kpi.kind().isSigned()) {
            section.problems()
                    .add(section.node("kind"), "a formula with both signs may fall below 0: the kind is signed_flow");
        }
    }
}
