package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The early-warning engine: one family of tests over all KPIs and levels, each with a calibrated two-sided tail
 * probability, of which the policy's rate or budget selects the month's alerts; one cause is raised once, at its level;
 * what was raised before is followed instead of repeated; what is ahead is told with its probability.
 */
public final class EarlyWarnings implements AlertRule {
    /** Parts of a budget that may go to lasting shifts and to what is ahead. */
    private static final int SHIFT_PART = 5;

    private static final int AHEAD_PART = 10;
    /** Warnings ahead of time where a rate, not a budget, is asked for. */
    private static final int AHEAD_WITHOUT_BUDGET = 10;

    /** A month as it was known at its end, and what was unusual in it. */
    private record Known(AlertContext context, Findings findings) {
        static Known at(AlertContext context, OlderForecasts older) {
            return new Known(context, Findings.of(context, older));
        }

        List<Alert> raise(AlertSelection rule) {
            return EarlyWarnings.raise(findings, context, rule);
        }
    }

    @Override
    public AlertReport evaluate(AlertContext context) {
        return evaluate(context, List.of(context.policy().selection())).get(0);
    }

    /** The reports of the same month at several selections, of which the context's own need not be one. */
    public List<AlertReport> evaluate(AlertContext context, List<AlertSelection> rules) {
        OlderForecasts older = OlderForecasts.of(context);
        Known now = Known.at(context, older);
        List<Known> earlier = earlier(context, older);
        return rules.stream().map(rule -> report(now, earlier, rule)).toList();
    }

    private static AlertReport report(Known now, List<Known> earlier, AlertSelection asked) {
        AlertContext context = now.context();
        Findings findings = now.findings();
        AlertSelection rule = findings.settled(asked);
        History history = new History(
                context, earlier.stream().map(then -> then.raise(asked)).toList());
        List<LevelView> views =
                findings.levels().stream().map(LevelScores::view).toList();
        List<Alert> shifts = mostCostly(new NestedShifts(history.shifts(now.raise(rule)), views).folded(), rule);
        long told =
                shifts.stream().filter(shift -> !shift.standing().isFolded()).count();
        List<Alert> raised = new ArrayList<>();
        for (Alert alert : raise(findings, context, less(rule, Math.toIntExact(told)))) {
            raised.add(history.continued(alert));
        }
        shifts.forEach(shift -> raised.add(CalendarRemarks.more(shift, context)));
        AlertWriter writer = new AlertWriter(context);
        List<Suppression> suppressed = new ArrayList<>(
                findings.heldBack().stream().map(writer::holdBack).toList());
        List<Alert> spokenOf = new ArrayList<>(raised);
        suppressed.forEach(suppression -> spokenOf.add(suppression.alert()));
        Outlook outlook = new Outlook(context, views);
        raised.addAll(outlook.warnings(ahead(rule), spokenOf));
        suppressed.addAll(outlook.seasonal());
        return new AlertReport(
                raised,
                suppressed,
                history.closed(),
                new WatchlistMaker(context.policy().watchlist()).of(raised));
    }

    /** Jumps and turns of the month under review, each with its parent if it is folded. */
    private static List<Alert> raise(Findings findings, AlertContext context, AlertSelection rule) {
        Selection selection = Selection.of(findings, rule);
        AlertWriter writer = new AlertWriter(context);
        Map<Finding, Alert> raised = new LinkedHashMap<>();
        for (Finding finding : selection.raised()) {
            raised.put(finding, writer.write(finding, selection.falseShares().get(finding)));
        }
        List<Alert> alerts = new ArrayList<>(raised.values());
        selection.folds().forEach((child, fold) -> {
            Alert alert = writer.write(child, selection.falseShares().get(child));
            String parent = raised.get(fold.parent()).id();
            alerts.add(alert.with(alert.standing().foldedInto(parent, fold.share())));
        });
        return alerts;
    }

    /** One and two months ago, by what was known then, as far as the past forecasts reach. */
    private static List<Known> earlier(AlertContext context, OlderForecasts older) {
        List<Known> earlier = new ArrayList<>();
        for (int back = 1; back < Horizon.MAX; back++) {
            if (!reaches(context, back)) {
                break;
            }
            earlier.add(Known.at(context.monthsAgo(back), older));
        }
        return earlier;
    }

    private static boolean reaches(AlertContext context, int back) {
        long origins = context.past().tables().stream()
                .filter(table -> table.horizon().equals(Horizon.ONE))
                .map(ForecastTable::origin)
                .distinct()
                .filter(origin ->
                        origin.isBefore(context.panel().months().last().minusMonths(back + 1L)))
                .count();
        return origins >= Scores.MIN_ERRORS;
    }

    /** As many as a budget has room for, each with what is folded under it. */
    private static List<Alert> mostCostly(List<Alert> shifts, AlertSelection rule) {
        long most = rule instanceof Budget budget ? Math.max(1, budget.alerts() / SHIFT_PART) : Long.MAX_VALUE;
        List<Alert> told = shifts.stream()
                .filter(shift -> !shift.standing().isFolded())
                .sorted(Comparator.comparingDouble(Alert::expectedLoss)
                        .reversed()
                        .thenComparing(Alert::id))
                .limit(most)
                .toList();
        Set<String> ids = told.stream().map(Alert::id).collect(Collectors.toSet());
        List<Alert> all = new ArrayList<>(told);
        shifts.stream()
                .filter(shift -> ids.contains(shift.standing().parentId()))
                .forEach(all::add);
        return all;
    }

    private static AlertSelection less(AlertSelection rule, int taken) {
        return rule instanceof Budget budget ? new Budget(Math.max(1, budget.alerts() - taken - ahead(rule))) : rule;
    }

    private static int ahead(AlertSelection rule) {
        return rule instanceof Budget budget ? budget.alerts() / AHEAD_PART : AHEAD_WITHOUT_BUDGET;
    }
}
