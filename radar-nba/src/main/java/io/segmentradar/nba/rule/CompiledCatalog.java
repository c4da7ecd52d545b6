package io.segmentradar.nba.rule;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.catalog.ActionCatalog;
import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.Assumption;
import io.segmentradar.core.action.catalog.FactDefinition;
import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.names.NearestNames;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bank's catalogue, checked against its KPIs and keys: what the rules say and what is wrong with them. */
public final class CompiledCatalog {
    private final FactValues facts;
    private final List<CompiledRule> rules = new ArrayList<>();
    private final Optional<Formula> consent;
    private final List<String> problems = new ArrayList<>();

    public CompiledCatalog(ActionPolicy policy, KpiCatalog kpis, SegmentHierarchy hierarchy) {
        ActionCatalog catalog = policy.catalog();
        this.facts = new FactValues(SegmentFacts.of(kpis, hierarchy));
        catalog.assumptions().forEach(this::define);
        catalog.facts().forEach(this::define);
        for (ActionRule rule : catalog.rules()) {
            Scope scope = new Scope(facts, parameters(rule, policy.parameters()));
            FormulaCompiler formulas = new FormulaCompiler(scope, "rule " + rule.id(), problems);
            new RuleCompiler(rule, formulas, kpis).compile().ifPresent(rules::add);
        }
        this.consent =
                policy.contact().consent().flatMap(source -> compiler("contact").compile(source, FactUnit.TRUTH));
        requireKnownParameters(policy);
    }

    private FormulaCompiler compiler(String owner) {
        return new FormulaCompiler(new Scope(facts, Map.of()), owner, problems);
    }

    private void define(Assumption assumption) {
        Fact fact = new Fact(
                assumption.id(), assumption.unit(), assumption.label(), List.of(), segment -> assumption.value());
        if (!facts.add(fact)) {
            problems.add("assumption '" + assumption.id() + "': the name is already taken by a fact");
        }
    }

    private void define(FactDefinition definition) {
        Optional<Formula> formula =
                compiler("fact " + definition.id()).compile(definition.expression(), definition.unit());
        Label label = new Label(definition.id(), definition.id());
        Fact fact = new Fact(
                definition.id(),
                definition.unit(),
                label,
                List.of(),
                segment -> formula.orElseThrow().valueOrNull());
        if (!facts.add(fact)) {
            problems.add("line " + definition.expression().line() + ", fact '" + definition.id()
                    + "': the name is already taken");
        }
    }

    private static Map<String, Double> parameters(ActionRule rule, Map<String, Double> overrides) {
        Map<String, Double> parameters = new HashMap<>(rule.parameters());
        parameters.replaceAll((name, value) -> overrides.getOrDefault(key(rule, name), value));
        return parameters;
    }

    private static String key(ActionRule rule, String parameter) {
        return rule.id().toLowerCase(Locale.ROOT) + "." + parameter;
    }

    private void requireKnownParameters(ActionPolicy policy) {
        List<String> known = policy.catalog().rules().stream()
                .flatMap(rule -> rule.parameters().keySet().stream().map(name -> key(rule, name)))
                .sorted()
                .toList();
        policy.parameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name ->
                        problems.add("parameters: no rule has '" + name + "'" + NearestNames.hint(name, known)));
    }

    /** What is wrong with the catalogue, each with line, rule and what is known; empty if nothing is. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public FactValues facts() {
        return facts;
    }

    public List<CompiledRule> rules() {
        return rules;
    }

    /** Whether the customers have agreed to be contacted, as far as the bank asks for that. */
    public boolean hasConsent() {
        return consent.map(Formula::holds).orElse(true);
    }
}
