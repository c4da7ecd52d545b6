package io.segmentradar.features.spec;

import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.Objection;
import io.segmentradar.core.action.catalog.RuleConditions;
import io.segmentradar.core.action.catalog.RuleDelivery;
import io.segmentradar.core.action.catalog.RuleExpression;
import io.segmentradar.core.action.catalog.RuleProbability;
import io.segmentradar.core.action.catalog.RuleText;
import io.segmentradar.core.action.catalog.RuleWorth;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one rule of the catalogue. */
final class ActionRuleReader {
    private static final int LONGEST_DUE = 366;
    private static final Map<String, Urgency> URGENCIES = new LinkedHashMap<>();

    static {
        for (Urgency level : Urgency.values()) {
            URGENCIES.put(level.name(), level);
        }
    }

    private final SpecSection rule;

    ActionRuleReader(SpecSection rule) {
        this.rule = rule;
    }

    ActionRule read() {
        String id = rule.text("id");
        Label label = rule.label("label");
        String category = rule.text("category");
        String kpi = rule.text("kpi");
        RuleConditions conditions = conditions();
        RuleWorth worth = worth();
        RuleDelivery delivery = new RuleDelivery(
                rule.text("owner"),
                rule.text("channel"),
                expression("hours"),
                rule.whole("due_days", 30, 1, LONGEST_DUE));
        List<Label> points = new ArrayList<>();
        rule.each("talk", s -> points.add(new Label(s.text("ko"), s.text("en"))));
        RuleText text = new RuleText(rule.label("reason"), points);
        Map<String, Double> parameters = rule.numbers("parameters", "such as 0.05", n -> true);
        return new ActionRule(
                id, rule.node().line(), label, category, kpi, conditions, worth, delivery, text, parameters);
    }

    private RuleExpression expression(String key) {
        return ActionPolicyReader.expression(rule, key);
    }

    private RuleConditions conditions() {
        Optional<RuleExpression> eligible =
                rule.has("eligible") ? Optional.of(expression("eligible")) : Optional.empty();
        List<Objection> objections = new ArrayList<>();
        rule.each(
                "unsuitable",
                s -> objections.add(new Objection(
                        ActionPolicyReader.expression(s, "when"), new Label(s.text("ko"), s.text("en")))));
        Map<Urgency, RuleExpression> levels = new EnumMap<>(Urgency.class);
        List<Urgency> otherwise = new ArrayList<>();
        SpecSection.read(rule.node("urgency"), rule.problems(), s -> {
            for (Urgency level : Urgency.values()) {
                if (s.has(level.name())) {
                    levels.put(level, ActionPolicyReader.expression(s, level.name()));
                }
            }
            otherwise.add(s.choice("otherwise", URGENCIES));
        });
        return new RuleConditions(eligible, expression("trigger"), objections, levels, otherwise.get(0));
    }

    private RuleWorth worth() {
        List<RuleWorth> worths = new ArrayList<>();
        SpecSection.read(
                rule.node("worth"),
                rule.problems(),
                s -> worths.add(new RuleWorth(
                        probability(s),
                        ActionPolicyReader.expression(s, "amount"),
                        ActionPolicyReader.expression(s, "margin"),
                        ActionPolicyReader.expression(s, "effectiveness"),
                        ActionPolicyReader.expression(s, "cost"))));
        return worths.get(0);
    }

    /** Either an assumed {@code probability} or an {@code event} in the forecast distribution. */
    private static RuleProbability probability(SpecSection worth) {
        if (worth.has("probability")) {
            return new RuleProbability.Assumed(ActionPolicyReader.expression(worth, "probability"));
        }
        List<RuleProbability> events = new ArrayList<>();
        SpecSection.read(worth.node("event"), worth.problems(), s -> {
            String kpi = s.text("kpi");
            Horizon horizon = new Horizon(s.whole("months", 1, 1, Horizon.MAX));
            boolean below = s.has("below");
            RuleExpression bound = ActionPolicyReader.expression(s, below || !s.has("above") ? "below" : "above");
            events.add(new RuleProbability.FromForecast(
                    kpi, horizon, below ? RuleProbability.Side.BELOW : RuleProbability.Side.ABOVE, bound));
        });
        return events.get(0);
    }
}
