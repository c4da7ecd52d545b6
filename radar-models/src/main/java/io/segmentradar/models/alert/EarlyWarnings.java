package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alert.Standing;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.models.alert.fdr.FalseDiscovery;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The early-warning engine: one family of tests over all KPIs and levels, each with a calibrated two-sided tail
 * probability, of which the policy's rate or budget selects the month's alerts.
 */
public final class EarlyWarnings implements AlertRule {
    @Override
    public List<Alert> evaluate(AlertContext context) {
        Findings findings = Findings.of(context);
        List<Finding> unusual = findings.unusual();
        double[] ascending = unusual.stream().mapToDouble(Finding::surprise).toArray();
        double[] falseShares = FalseDiscovery.qValues(
                ascending, findings.tests(), dependence(context.policy().selection()));
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < unusual.size() && isSelected(context.policy().selection(), i, falseShares[i]); i++) {
            alerts.add(alert(unusual.get(i), falseShares[i], context));
        }
        alerts.sort(Comparator.comparing(Alert::severity)
                .thenComparing(
                        Comparator.comparingDouble(EarlyWarnings::expectedLoss).reversed())
                .thenComparing(Alert::id));
        return alerts;
    }

    private static double expectedLoss(Alert alert) {
        return alert.standing().probability() * alert.impact();
    }

    private static Dependence dependence(AlertSelection selection) {
        return selection instanceof AlertSelection.FalseDiscoveryRate rate ? rate.dependence() : Dependence.POSITIVE;
    }

    private static boolean isSelected(AlertSelection selection, int rank, double falseShare) {
        if (selection instanceof AlertSelection.FalseDiscoveryRate rate) {
            return falseShare <= rate.rate();
        }
        return rank < ((AlertSelection.Budget) selection).alerts();
    }

    private static Alert alert(Finding finding, double falseShare, AlertContext context) {
        LevelView view = finding.level().view();
        ForecastTable made = finding.scores().errors().made(finding.review());
        PredictionInterval interval = made.interval90(finding.forecastRow());
        YearMonth month = view.panel().months().last();
        double floor = context.policy().floor(view.id(), finding.kpi());
        Severity severity =
                SeverityScale.of(finding.surprise(), finding.impact(), floor, finding.expected(), finding.actual());
        return new Alert(
                AlertIds.of(month, finding),
                view.id(),
                view.nodes().id(finding.node()),
                finding.kpi(),
                month,
                finding.type(),
                severity,
                finding.actual(),
                finding.expected(),
                interval.lower(),
                interval.upper(),
                finding.surprise(),
                finding.impact(),
                new Standing(falseShare, 1 - falseShare, "", 0, month, finding.impact(), Set.of()));
    }
}
