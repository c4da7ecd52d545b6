package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The early-warning engine: one family of tests over all KPIs and levels, each with a calibrated two-sided tail
 * probability, of which the policy's rate or budget selects the month's alerts; one cause is raised once, at its level.
 */
public final class EarlyWarnings implements AlertRule {
    @Override
    public List<Alert> evaluate(AlertContext context) {
        Findings findings = Findings.of(context);
        Selection selection = Selection.of(findings, context.policy().selection());
        AlertWriter writer = new AlertWriter(context.policy());
        Map<Finding, Alert> raised = new LinkedHashMap<>();
        for (Finding finding : selection.raised()) {
            raised.put(finding, writer.write(finding, selection.falseShares().get(finding), Set.of()));
        }
        List<Alert> alerts = new ArrayList<>(raised.values());
        selection.folds().forEach((child, fold) -> {
            Alert alert = writer.write(child, selection.falseShares().get(child), Set.of());
            String parent = raised.get(fold.parent()).id();
            alerts.add(alert.with(alert.standing().foldedInto(parent, fold.share())));
        });
        alerts.sort(Comparator.comparing(Alert::severity)
                .thenComparing(
                        Comparator.comparingDouble(EarlyWarnings::expectedLoss).reversed())
                .thenComparing(Alert::id));
        return alerts;
    }

    private static double expectedLoss(Alert alert) {
        return alert.standing().probability() * alert.impact();
    }
}
