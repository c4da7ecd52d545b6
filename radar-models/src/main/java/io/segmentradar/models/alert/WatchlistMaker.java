package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.Watchlist;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the watch-list by expected loss. An alert whose industry or KPI is full waits; the next one then enters in its
 * place and says so. Places that stay free go to those who wait.
 */
final class WatchlistMaker {
    private final Watchlist.Limits limits;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, Integer> kpis = new HashMap<>();
    private final List<Alert> waiting = new ArrayList<>();
    private final List<Watchlist.Entry> entries = new ArrayList<>();
    private int displaced;

    WatchlistMaker(Watchlist.Limits limits) {
        this.limits = limits;
    }

    Watchlist of(List<Alert> raised) {
        List<Alert> ranked = raised.stream()
                .filter(alert -> !alert.standing().isFolded())
                .sorted(Comparator.comparingDouble(Alert::expectedLoss)
                        .reversed()
                        .thenComparing(Alert::id))
                .toList();
        for (Alert alert : ranked) {
            if (entries.size() == limits.size()) {
                break;
            }
            if (hasRoom(alert)) {
                enter(
                        alert,
                        displaced < waiting.size() ? waiting.get(displaced++).id() : "");
            } else {
                waiting.add(alert);
            }
        }
        for (int i = 0; i < waiting.size() && entries.size() < limits.size(); i++) {
            enter(waiting.get(i), "");
        }
        return new Watchlist(entries);
    }

    private boolean hasRoom(Alert alert) {
        return groups.getOrDefault(group(alert), 0) < limits.perGroup()
                && kpis.getOrDefault(alert.kpi(), 0) < limits.perKpi();
    }

    /** First dimension of the alert's node; aggregates over it have none in common. */
    private static String group(Alert alert) {
        String id = alert.segment().value();
        return alert.level().equals(SegmentHierarchy.BANK) || id.startsWith("*") ? id : id.split("\\|")[0];
    }

    private void enter(Alert alert, String displacedId) {
        groups.merge(group(alert), 1, Integer::sum);
        kpis.merge(alert.kpi(), 1, Integer::sum);
        entries.add(new Watchlist.Entry(
                entries.size() + 1, alert, alert.expectedLoss(), reason(alert, displacedId), displacedId));
    }

    private static Label reason(Alert alert, String displacedId) {
        long tenths = Math.round(10 * alert.standing().probability());
        String ko = String.format(
                Locale.ROOT, "%s, 확률 10번 중 %d번", alert.type().label().ko(), tenths);
        String en = String.format(
                Locale.ROOT, "%s, %d times in 10", alert.type().label().en(), tenths);
        return displacedId.isEmpty()
                ? new Label(ko, en)
                : new Label(
                        ko + "; 업종·지표 한도에 따라 기대 손실이 더 큰 알림 대신 선정",
                        en + "; here instead of one of larger expected loss whose industry or KPI is full");
    }
}
