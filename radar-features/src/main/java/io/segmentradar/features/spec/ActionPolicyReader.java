package io.segmentradar.features.spec;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.catalog.RuleExpression;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import io.segmentradar.core.action.policy.ArbitrationPolicy;
import io.segmentradar.core.action.policy.ArbitrationPolicy.RelationshipWeight;
import io.segmentradar.core.action.policy.ContactPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a bank wants to do: {@code actions}. */
final class ActionPolicyReader {
    private static final int MOST_ACTIONS = 3;
    private static final int MOST = 1_000_000;
    private static final String POSITIVE = "above 0";

    private ActionPolicyReader() {}

    static ActionPolicy policy(SpecSection top) {
        List<ActionPolicy> policies = new ArrayList<>();
        SpecSection.read(top.node("actions"), top.problems(), s -> {
            int most = s.whole("max_per_segment", MOST_ACTIONS, 1, 100);
            Map<String, Double> parameters = s.numbers("parameters", "such as 0.05", n -> true);
            ArbitrationPolicy arbitration = arbitration(s);
            ContactPolicy contact = contact(s);
            PlanPolicy plan = plan(s, most);
            ActionCatalogReader catalog = new ActionCatalogReader(s);
            policies.add(new ActionPolicy(parameters, catalog.read(), arbitration, contact, plan));
        });
        return policies.get(0);
    }

    private static ArbitrationPolicy arbitration(SpecSection actions) {
        List<ArbitrationPolicy> policies = new ArrayList<>();
        SpecSection.read(actions.node("arbitration"), actions.problems(), s -> {
            Map<Urgency, Double> urgency = new EnumMap<>(Urgency.class);
            SpecSection.read(s.node("urgency"), s.problems(), u -> {
                for (Urgency level : Urgency.values()) {
                    urgency.put(level, u.number(level.name(), 1, POSITIVE, n -> n > 0));
                }
            });
            List<RelationshipWeight> weights = new ArrayList<>();
            s.entries(
                    "relationship",
                    (dimension, values) -> values.allNumbers(POSITIVE, n -> n > 0)
                            .forEach((value, weight) -> weights.add(new RelationshipWeight(dimension, value, weight))));
            policies.add(new ArbitrationPolicy(urgency, weights, s.numbers("levers", POSITIVE, n -> n > 0)));
        });
        return policies.get(0);
    }

    private static ContactPolicy contact(SpecSection actions) {
        ContactPolicy usual = ContactPolicy.DEFAULT;
        List<ContactPolicy> policies = new ArrayList<>();
        SpecSection.read(
                actions.node("contact"),
                actions.problems(),
                s -> policies.add(new ContactPolicy(
                        s.whole("cool_down_months", usual.coolDownMonths(), 0, 120),
                        s.whole("cool_down_after_decline", usual.coolDownAfterDecline(), 0, 120),
                        s.whole("max_per_month", usual.maxPerMonth(), 1, 100),
                        new LinkedHashSet<>(s.texts("excluded")),
                        s.has("consent") ? Optional.of(expression(s, "consent")) : Optional.empty())));
        return policies.get(0);
    }

    private static PlanPolicy plan(SpecSection actions, int mostPerSegment) {
        List<PlanPolicy> policies = new ArrayList<>();
        SpecSection.read(actions.node("plan"), actions.problems(), s -> {
            Map<String, Map<String, Double>> hours = new HashMap<>();
            s.entries("hours", (owner, areas) -> hours.put(owner, areas.allNumbers("of at least 0", n -> n >= 0)));
            Map<String, CategoryLimit> limits = new HashMap<>();
            s.entries("categories", (category, limit) -> limits.put(category, limit(limit)));
            policies.add(new PlanPolicy(
                    s.text("area", ""),
                    hours,
                    limits,
                    mostPerSegment,
                    s.whole("max_per_segment_and_category", mostPerSegment, 1, 100),
                    share(s, "max_type_share"),
                    s.text("diversity", ""),
                    share(s, "max_diversity_share")));
        });
        return policies.get(0);
    }

    private static CategoryLimit limit(SpecSection s) {
        int min = s.whole("min", 0, 0, MOST);
        int max = s.whole("max", MOST, min, MOST);
        return new CategoryLimit(min, max == MOST ? OptionalInt.empty() : OptionalInt.of(max));
    }

    private static double share(SpecSection s, String key) {
        return s.number(key, 1, "above 0 and at most 1", n -> n > 0 && n <= 1);
    }

    /** A required formula; what it says is checked against the facts later. */
    static RuleExpression expression(SpecSection s, String key) {
        String text = s.text(key);
        return new RuleExpression(text, s.node(key).path(), s.node(key).line());
    }
}
