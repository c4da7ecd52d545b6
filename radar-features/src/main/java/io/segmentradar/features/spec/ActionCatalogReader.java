package io.segmentradar.features.spec;

import io.segmentradar.core.action.catalog.ActionCatalog;
import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.Assumption;
import io.segmentradar.core.action.catalog.FactDefinition;
import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.kpi.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the catalogue of actions. */
final class ActionCatalogReader {
    private static final Map<String, FactUnit> UNITS = new LinkedHashMap<>();

    static {
        for (FactUnit unit : FactUnit.values()) {
            UNITS.put(unit.name().toLowerCase(Locale.ROOT), unit);
        }
    }

    private final SpecSection actions;

    ActionCatalogReader(SpecSection actions) {
        this.actions = actions;
    }

    ActionCatalog read() {
        Map<String, Label> categories = actions.labels("categories");
        Map<String, Label> owners = actions.labels("owners");
        Map<String, Label> channels = actions.labels("channels");
        List<Assumption> assumptions = assumptions();
        List<FactDefinition> facts = new ArrayList<>();
        actions.entries(
                "facts",
                (id, s) -> facts.add(
                        new FactDefinition(id, s.choice("unit", UNITS), ActionPolicyReader.expression(s, "is"))));
        List<ActionRule> rules = new ArrayList<>();
        actions.each("rules", s -> rules.add(new ActionRuleReader(s).read()));
        ActionCatalog catalog = actions.problems()
                .build(
                        actions.node(),
                        () -> new ActionCatalog(categories, owners, channels, assumptions, facts, rules));
        return catalog == null ? ActionCatalog.EMPTY : catalog;
    }

    private List<Assumption> assumptions() {
        List<Assumption> assumptions = new ArrayList<>();
        actions.entries("assumptions", (id, s) -> {
            if (!s.has("value")) {
                s.problems().add(s.node(), "needs a value");
            }
            double value = s.number("value", 0, "such as 0.05", n -> true);
            FactUnit unit = s.choice("unit", UNITS);
            if (unit.isNumeric()) {
                assumptions.add(new Assumption(id, new Label(s.text("ko"), s.text("en")), unit, value));
            } else {
                s.problems().add(s.node("unit"), "an assumption is a number: money, ratio or number");
            }
        });
        return assumptions;
    }
}
