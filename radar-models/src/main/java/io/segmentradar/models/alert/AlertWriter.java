package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alert.Standing;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/** Turns findings into alerts. */
final class AlertWriter {
    private final AlertPolicy policy;
    private final Set<Guardrail> remarks;

    AlertWriter(AlertContext context) {
        this.policy = context.policy();
        this.remarks = CalendarRemarks.of(context);
    }

    Suppression holdBack(HeldBack held) {
        Alert alert = write(held.finding(), 1);
        Set<Guardrail> all = EnumSet.of(held.guardrail());
        all.addAll(alert.standing().remarks());
        return new Suppression(alert.with(alert.standing().remarking(all)), held.guardrail());
    }

    Alert write(Finding finding, double falseShare) {
        LevelView view = finding.level().view();
        ForecastTable made = finding.errors().made(finding.review());
        PredictionInterval interval = made.interval90(finding.forecastRow());
        YearMonth month = view.panel().months().last();
        double floor = policy.floor(view.id(), finding.kpi());
        Severity severity = finding.isTurn()
                ? SeverityScale.ofTurn(finding.surprise(), falseShare, finding.impact(), floor)
                : SeverityScale.of(
                        finding.surprise(), falseShare, finding.impact(), floor, finding.expected(), finding.actual());
        return new Alert(
                AlertIds.of(month, view.id(), view.nodes().id(finding.node()), finding.kpi(), finding.type()),
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
                new Standing(falseShare, 1 - falseShare, "", 0, month, finding.impact(), remarks(finding)));
    }

    private Set<Guardrail> remarks(Finding finding) {
        SegmentPanel panel = finding.level().view().panel();
        String absent = Absences.sinceNow(finding.kpi());
        if (!panel.has(absent)
                || !Absences.explain(
                        panel.column(absent).orNaN(finding.node(), finding.review()), finding.residual())) {
            return remarks;
        }
        Set<Guardrail> all = EnumSet.of(Guardrail.ABSENT_CUSTOMERS);
        all.addAll(remarks);
        return all;
    }
}
