package io.segmentradar.core.monitor;

import java.util.List;

/**
 * What one run found when it watched its own input, forecasts and alerts.
 *
 * @param checks every check, by area, in a stable order
 * @param triggers reasons to train a challenger; empty if there is none
 */
public record MonitorReport(List<DriftCheck> checks, List<RetrainTrigger> triggers) {
    public static final MonitorReport EMPTY = new MonitorReport(List.of(), List.of());

    public MonitorReport {
        checks = List.copyOf(checks);
        triggers = List.copyOf(triggers);
    }

    public long count(MonitorArea area, DriftStatus status) {
        return checks.stream()
                .filter(check -> check.area() == area && check.status() == status)
                .count();
    }

    /** Checks of an area that could be judged. */
    public long judged(MonitorArea area) {
        return checks.stream()
                .filter(check -> check.area() == area
                        && check.status() != DriftStatus.UNKNOWN
                        && check.status() != DriftStatus.EXCLUDED)
                .count();
    }
}
