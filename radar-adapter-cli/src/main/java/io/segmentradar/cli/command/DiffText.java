package io.segmentradar.cli.command;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.view.RunDiff;
import io.segmentradar.core.view.RunDiff.ChangedForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The difference of two runs as text, the largest first. */
final class DiffText {
    private static final int SHOWN = 20;

    private DiffText() {}

    static List<String> lines(RunDiff diff) {
        List<String> lines = new ArrayList<>();
        lines.add(diff.before() + " -> " + diff.after());
        lines.add(String.format(
                Locale.ROOT,
                "forecasts: %d for the same month, %d changed, %d only before, %d only after",
                diff.forecasts(),
                diff.changed().size(),
                diff.onlyBefore(),
                diff.onlyAfter()));
        diff.changed().stream().limit(SHOWN).map(DiffText::line).forEach(lines::add);
        lines.add("alerts: " + diff.newAlerts().size() + " new, "
                + diff.closedAlerts().size() + " closed");
        diff.newAlerts().stream().limit(SHOWN).map(alert -> line("+", alert)).forEach(lines::add);
        diff.closedAlerts().stream().limit(SHOWN).map(alert -> line("-", alert)).forEach(lines::add);
        lines.add("planned actions: " + diff.newActions().size() + " new, "
                + diff.droppedActions().size() + " gone");
        diff.newActions().stream().limit(SHOWN).map(action -> line("+", action)).forEach(lines::add);
        diff.droppedActions().stream()
                .limit(SHOWN)
                .map(action -> line("-", action))
                .forEach(lines::add);
        return lines;
    }

    private static String line(ChangedForecast change) {
        return String.format(
                Locale.ROOT,
                "  ~ %s %s %s %s: %.4f -> %.4f (%+.4f)",
                change.after().level(),
                change.after().segment(),
                change.after().kpi(),
                change.after().targetMonth(),
                change.before().point(),
                change.after().point(),
                change.change());
    }

    private static String line(String sign, Alert alert) {
        return String.format(
                Locale.ROOT,
                "  %s %s %s %s %s (%.0f)",
                sign,
                alert.severity(),
                alert.type(),
                alert.segment(),
                alert.kpi(),
                alert.impact());
    }

    private static String line(String sign, RecommendedAction action) {
        return "  " + sign + " " + action.type() + " " + action.segment();
    }
}
