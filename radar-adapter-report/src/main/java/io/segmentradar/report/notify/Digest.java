package io.segmentradar.report.notify;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.core.view.AlertRow;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader has not heard yet: alerts that are new or have become worse, and planned actions of the reader's role.
 *
 * @param view the run as the reader may see it
 */
public record Digest(RunView view, List<AlertChange> alerts, List<RecommendedAction> actions) {
    /** An impact this many times the earlier one is worse. */
    public static final double WORSE = 1.2;

    public Digest {
        alerts = List.copyOf(alerts);
        actions = List.copyOf(actions);
    }

    /**
     * @param isNew false if the alert was known and has become worse
     */
    public record AlertChange(AlertRow row, boolean isNew) {
        /** Names this change, so that it is told once. */
        public String id() {
            return row.alert().id()
                    + (isNew ? "|new|" : "|worse|")
                    + row.alert().severity();
        }
    }

    /**
     * Alerts that stand for themselves. An alert is known if the previous run raised the same type on the same KPI of the
     * same segment; without a previous run, if it was first raised before this month. It is worse if its severity rose
     * or its impact is at least {@link #WORSE} times what it was.
     *
     * @param told ids that the reader has been told before
     */
    public static Digest of(RadarRun run, Optional<RadarRun> previous, Subscription reader, Set<String> told) {
        RunView view = new RunView(run, new Visibility(reader.keys(), 0));
        Map<String, Alert> before = new HashMap<>();
        previous.ifPresent(old -> old.alerts().forEach(alert -> before.put(subject(alert), alert)));
        List<AlertChange> changes = new ArrayList<>();
        for (AlertRow row : view.alerts()) {
            Alert alert = row.alert();
            if (reader.severities().contains(alert.severity())
                    && !alert.standing().isFolded()) {
                boolean known = previous.isPresent()
                        ? before.containsKey(subject(alert))
                        : alert.standing().firstSeen().isBefore(alert.month());
                if (!known || isWorse(alert, before.get(subject(alert)))) {
                    changes.add(new AlertChange(row, !known));
                }
            }
        }
        changes.removeIf(change -> told.contains(change.id()));
        List<RecommendedAction> actions = view.actions().stream()
                .map(ActionRow::action)
                .filter(RecommendedAction::isPlanned)
                .filter(action ->
                        reader.owner().equals(Optional.of(action.delivery().owner())))
                .filter(action -> !told.contains(action.id()))
                .toList();
        return new Digest(view, changes, actions);
    }

    private static boolean isWorse(Alert now, Alert before) {
        return before != null
                && (now.severity().compareTo(before.severity()) < 0 || now.impact() >= WORSE * before.impact());
    }

    private static String subject(Alert alert) {
        return alert.level() + "\n" + alert.segment() + "\n" + alert.kpi() + "\n" + alert.type();
    }

    public boolean isEmpty() {
        return alerts.isEmpty() && actions.isEmpty();
    }

    /** Everything told with this digest. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(alerts.stream().map(AlertChange::id).toList());
        actions.forEach(action -> ids.add(action.id()));
        return ids;
    }
}
