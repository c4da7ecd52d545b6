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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What earlier runs planned and held out, with what was reported and what the KPI did since. The response of an action
 * is measured alike for planned and control: (actual − forecast made then) / (probability × amount at stake), at the
 * target month of the event the action was about. Types without such an event have none, and neither have the types of
 * {@link #UNMEASURED}: their benefit, losses avoided, is not in a panel.
 */
public final class PastActions {
    /** Category whose benefit no KPI shows. */
    public static final String UNMEASURED = "RISK";

    private final SegmentPanel later;
    private final Map<String, ActionOutcome> outcomes;
    private final List<PastAction> actions = new ArrayList<>();

    /**
     * @param later panel of the latest run: what is known now
     */
    public PastActions(SegmentPanel later, List<OutcomeEntry> outcomes) {
        this.later = later;
        this.outcomes = outcomes.stream().collect(Collectors.toMap(OutcomeEntry::actionId, OutcomeEntry::outcome));
    }

    /** Takes the planned actions and the control group of an earlier run. */
    public void add(RadarRun run) {
        for (RecommendedAction action : run.actions()) {
            if (!(action.decision() instanceof ActionDecision.Dropped)) {
                actions.add(new PastAction(
                        action.id(),
                        action.segment(),
                        action.month(),
                        action.type(),
                        action.decision() instanceof ActionDecision.Control,
                        Optional.ofNullable(outcomes.get(action.id())),
                        response(run, action)));
            }
        }
    }

    /**
     * What a run of {@code month} knows of past actions: those of months before, and of this month those with an outcome.
     * What an earlier run of this very month only proposed is proposed anew.
     */
    static List<PastAction> knownIn(YearMonth month, List<PastAction> actions) {
        return actions.stream()
                .filter(action -> action.month().isBefore(month)
                        || action.month().equals(month) && action.outcome().isPresent())
                .sorted(Comparator.comparing(PastAction::id))
                .toList();
    }

    public List<PastAction> list() {
        return List.copyOf(actions);
    }

    private OptionalDouble response(RadarRun run, RecommendedAction action) {
        double stake = action.worth().probability() * action.worth().amountAtStake();
        Optional<RuleProbability.FromForecast> event = event(run, action);
        if (event.isEmpty() || !(stake > 0)) {
            return OptionalDouble.empty();
        }
        YearMonth target = action.month().plusMonths(event.get().horizon().months());
        OptionalInt row = later.index().row(action.segment());
        if (row.isEmpty() || !later.months().contains(target)) {
            return OptionalDouble.empty();
        }
        double actual = later.column(event.get().kpi())
                .orNaN(row.getAsInt(), later.months().indexOf(target));
        return run.published()
                .find(
                        SegmentHierarchy.SEGMENT,
                        action.segment(),
                        event.get().kpi(),
                        action.month(),
                        event.get().horizon())
                .filter(forecast -> !Double.isNaN(actual))
                .map(forecast -> OptionalDouble.of((actual - forecast.point()) / stake))
                .orElse(OptionalDouble.empty());
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
