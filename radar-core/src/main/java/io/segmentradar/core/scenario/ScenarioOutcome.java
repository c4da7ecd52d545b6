package io.segmentradar.core.scenario;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import java.util.List;

/**
 * A scenario beside the base, made in the same way.
 *
 * @param notes beyond training, without effect
 * @param differences every published forecast of all levels in both, in the order of the base
 * @param newAlerts alerts on subjects without one in the base, and {@code goneAlerts} the reverse
 * @param newActions planned actions that the base does not plan, and {@code droppedActions} the reverse
 * @param baseValue expected value of the base's plan, {@code value} of the scenario's
 */
public record ScenarioOutcome(
        Scenario scenario,
        List<ScenarioNote> notes,
        List<ScenarioDifference> differences,
        List<Alert> newAlerts,
        List<Alert> goneAlerts,
        List<RecommendedAction> newActions,
        List<RecommendedAction> droppedActions,
        double baseValue,
        double value) {
    public ScenarioOutcome {
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
        newAlerts = List.copyOf(newAlerts);
        goneAlerts = List.copyOf(goneAlerts);
        newActions = List.copyOf(newActions);
        droppedActions = List.copyOf(droppedActions);
    }
}
