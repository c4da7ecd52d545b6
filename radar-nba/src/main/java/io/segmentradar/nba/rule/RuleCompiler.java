package io.segmentradar.nba.rule;

import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.action.catalog.RuleConditions;
import io.segmentradar.core.action.catalog.RuleExpression;
import io.segmentradar.core.action.catalog.RuleProbability;
import io.segmentradar.core.action.catalog.RuleWorth;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.Ratio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one rule: its formulas, texts and the KPI it is about. */
final class RuleCompiler {
    private final ActionRule rule;
    private final FormulaCompiler formulas;
    private final KpiCatalog kpis;
    private boolean complete = true;

    RuleCompiler(ActionRule rule, FormulaCompiler formulas, KpiCatalog kpis) {
        this.rule = rule;
        this.formulas = formulas;
        this.kpis = kpis;
    }

    /** The rule; empty after a complaint. */
    Optional<CompiledRule> compile() {
        boolean known = kpis.find(rule.kpi()).isPresent()
                || kpis.ratios().stream().map(Ratio::id).anyMatch(rule.kpi()::equals);
        if (!known) {
            complain(rule.line(), "there is no KPI or ratio '" + rule.kpi() + "'; known: " + kpis.ids());
        }
        CompiledRule.Formulas compiled = formulas();
        CompiledRule.Pair reason = text(rule.text().reason());
        List<CompiledRule.Pair> points =
                rule.text().talkingPoints().stream().map(this::text).toList();
        return complete
                ? Optional.of(
                        new CompiledRule(rule, compiled, new CompiledRule.Texts(reason, points), formulas.scope()))
                : Optional.empty();
    }

    private CompiledRule.Formulas formulas() {
        RuleConditions conditions = rule.conditions();
        Map<Urgency, Formula> urgency = new EnumMap<>(Urgency.class);
        conditions.urgency().forEach((level, source) -> urgency.put(level, truth(source)));
        List<Formula> unsuitable = new ArrayList<>();
        conditions.unsuitable().forEach(objection -> unsuitable.add(truth(objection.when())));
        RuleWorth worth = rule.worth();
        return new CompiledRule.Formulas(
                conditions.eligible().map(this::truth),
                truth(conditions.trigger()),
                unsuitable,
                urgency,
                probability(worth.probability()),
                number(worth.amount()),
                number(worth.margin()),
                number(worth.effectiveness()),
                number(worth.cost()),
                number(rule.delivery().hours()));
    }

    private Formula probability(RuleProbability probability) {
        if (probability instanceof RuleProbability.FromForecast event) {
            if (kpis.find(event.kpi()).isEmpty()) {
                complain(
                        event.bound().line(),
                        event.bound().path() + ": there is no KPI '" + event.kpi() + "'; known: " + kpis.ids());
            }
            return number(event.bound());
        }
        return number(((RuleProbability.Assumed) probability).share());
    }

    private Formula truth(RuleExpression source) {
        return compiled(source, FactUnit.TRUTH);
    }

    private Formula number(RuleExpression source) {
        return compiled(source, FactUnit.NUMBER);
    }

    /** Null after a complaint; the rule is then thrown away. */
    private Formula compiled(RuleExpression source, FactUnit unit) {
        Optional<Formula> formula = formulas.compile(source, unit);
        complete &= formula.isPresent();
        return formula.orElse(null);
    }

    private CompiledRule.Pair text(Label text) {
        return new CompiledRule.Pair(template(text, Language.KO), template(text, Language.EN));
    }

    private TextTemplate template(Label text, Language language) {
        return TextTemplate.parse(
                text.in(language), language, this::style, what -> complain(rule.line(), "text: " + what));
    }

    private Optional<FigureStyle> style(String name) {
        if (WorthFigures.UNITS.containsKey(name)) {
            return Optional.of(FigureStyle.of(WorthFigures.UNITS.get(name)));
        }
        return formulas.scope().isParameter(name)
                ? Optional.of(FigureStyle.NUMBER)
                : formulas.scope().fact(name).map(fact -> FigureStyle.of(fact.unit()));
    }

    private void complain(int line, String what) {
        complete = false;
        formulas.complain(line, what);
    }
}
