package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.RuleProbability;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What earlier runs planned and held out, with what was reported. The response of an action is measured alike for planned
 * and control, on the panel of the run that asks. Types without an event of a forecast have none, and neither have the
 * types of {@link #UNMEASURED}: their benefit, losses avoided, is not in a panel.
 */
public final class PastActions {
    /** Category whose benefit no KPI shows. */
    public static final String UNMEASURED = "RISK";

    private final Map<String, ActionOutcome> outcomes;
    private final List<TakenAction> actions = new ArrayList<>();

    public PastActions(List<OutcomeEntry> outcomes) {
        this.outcomes = outcomes.stream().collect(Collectors.toMap(OutcomeEntry::actionId, OutcomeEntry::outcome));
    }

    /** Takes the planned actions and the control group of an earlier run. */
    public void add(RadarRun run) {
        for (RecommendedAction action : run.actions()) {
            if (!(action.decision() instanceof ActionDecision.Dropped)) {
                actions.add(new TakenAction(
                        action.id(),
                        action.segment(),
                        action.month(),
                        action.type(),
                        action.decision() instanceof ActionDecision.Control,
                        Optional.ofNullable(outcomes.get(action.id())),
                        expected(run, action)));
            }
        }
    }

    public List<TakenAction> list() {
        return List.copyOf(actions);
    }

    /**
     * What a run of {@code month} knows of past actions: those of months before, and of this month those with an outcome.
     * What an earlier run of this very month only proposed is proposed anew.
     */
    static List<TakenAction> knownIn(YearMonth month, List<TakenAction> actions) {
        return actions.stream()
                .filter(action -> action.month().isBefore(month)
                        || action.month().equals(month) && action.outcome().isPresent())
                .sorted(Comparator.comparing(TakenAction::id))
                .toList();
    }

    /** The same with their responses, as far as the panel covers them; its last month is that of the run. */
    static List<PastAction> measuredOn(SegmentPanel panel, List<TakenAction> actions) {
        return knownIn(panel.months().last(), actions).stream()
                .map(action -> action.measuredOn(panel))
                .toList();
    }

    private static Optional<TakenAction.Expectation> expected(RadarRun run, RecommendedAction action) {
        double stake = action.worth().probability() * action.worth().amountAtStake();
        return event(run, action)
                .filter(event -> stake > 0)
                .flatMap(event -> run.published()
                        .find(SegmentHierarchy.SEGMENT, action.segment(), event.kpi(), action.month(), event.horizon())
                        .map(forecast -> new TakenAction.Expectation(
                                event.kpi(),
                                action.month().plusMonths(event.horizon().months()),
                                forecast.point(),
                                stake)));
    }

    private static Optional<RuleProbability.FromForecast> event(RadarRun run, RecommendedAction action) {
        return run.spec()
                .actions()
                .catalog()
                .find(action.type())
                .filter(rule -> !rule.category().equals(UNMEASURED))
                .map(ActionRule::worth)
                .map(worth -> worth.probability() instanceof RuleProbability.FromForecast event ? event : null);
    }
}
