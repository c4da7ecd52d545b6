package io.segmentradar.nba.rule;

import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.RuleProbability;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A rule whose formulas and texts are checked and ready to be asked about the segment that its facts stand on. */
public final class CompiledRule {
    private final ActionRule rule;
    private final Formulas formulas;
    private final Texts texts;
    private final Scope scope;

    CompiledRule(ActionRule rule, Formulas formulas, Texts texts, Scope scope) {
        this.rule = rule;
        this.formulas = formulas;
        this.texts = texts;
        this.scope = scope;
    }

    /**
     * @param probability the assumed probability, or the bound of the event
     */
    record Formulas(
            Optional<Formula> eligible,
            Formula trigger,
            List<Formula> unsuitable,
            Map<Urgency, Formula> urgency,
            Formula probability,
            Formula amount,
            Formula margin,
            Formula effectiveness,
            Formula cost,
            Formula hours) {}

    record Texts(Pair reason, List<Pair> talkingPoints) {}

    record Pair(TextTemplate ko, TextTemplate en) {
        Label render(Function<String, Object> values, MoneyFormat money) {
            return new Label(ko.render(values, money), en.render(values, money));
        }
    }

    public ActionRule rule() {
        return rule;
    }

    public boolean isEligible() {
        return formulas.eligible().map(Formula::holds).orElse(true);
    }

    public boolean isTriggered() {
        return formulas.trigger().holds();
    }

    /** What speaks against the action. */
    public Optional<Label> objection() {
        for (int i = 0; i < formulas.unsuitable().size(); i++) {
            if (formulas.unsuitable().get(i).holds()) {
                return Optional.of(rule.conditions().unsuitable().get(i).reason());
            }
        }
        return Optional.empty();
    }

    public Urgency urgency() {
        for (Map.Entry<Urgency, Formula> level : formulas.urgency().entrySet()) {
            if (level.getValue().holds()) {
                return level.getKey();
            }
        }
        return rule.conditions().otherwise();
    }

    /** Probability of the event that the action is about; absent where it is not known. */
    public Optional<Double> probability() {
        Optional<Double> number = formulas.probability().number();
        if (rule.worth().probability() instanceof RuleProbability.FromForecast event) {
            return number.flatMap(bound -> {
                Double below = scope.facts().segment().probabilityAtMost(event.kpi(), event.horizon(), bound);
                return Optional.ofNullable(below).map(p -> event.side() == RuleProbability.Side.BELOW ? p : 1 - p);
            });
        }
        return number.map(CompiledRule::share);
    }

    public Optional<Double> amount() {
        return formulas.amount().number().map(amount -> Math.max(0, amount));
    }

    public Optional<Double> margin() {
        return formulas.margin().number();
    }

    /** The effectiveness that the bank assumes. */
    public Optional<Double> effectiveness() {
        return formulas.effectiveness().number().map(CompiledRule::share);
    }

    public Optional<Double> cost() {
        return formulas.cost().number().map(cost -> Math.max(0, cost));
    }

    public Optional<Double> hours() {
        return formulas.hours().number().filter(hours -> hours > 0);
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /**
     * @param extra figures known only now, such as {@code probability}; null for names it does not know
     */
    public Label reason(Function<String, Object> extra, MoneyFormat money) {
        return texts.reason().render(name -> figure(name, extra), money);
    }

    public List<Label> talkingPoints(Function<String, Object> extra, MoneyFormat money) {
        List<Label> points = new ArrayList<>();
        texts.talkingPoints().forEach(pair -> points.add(pair.render(name -> figure(name, extra), money)));
        return points;
    }

    private Object figure(String name, Function<String, Object> extra) {
        Object known = extra.apply(name);
        return known == null ? scope.value(name) : known;
    }
}
