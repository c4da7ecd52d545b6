package io.segmentradar.core.monitor;

import io.segmentradar.core.casework.AlertCase;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What earlier runs tell the monitor.
 *
 * @param alertMonths alerts raised in earlier months, one entry a month
 * @param cases the work on alerts so far
 * @param trainedTo last month that the models in use have seen; empty if each run trains its own
 */
public record MonitorHistory(List<AlertMonth> alertMonths, List<AlertCase> cases, Optional<YearMonth> trainedTo) {
    public static final MonitorHistory NONE = new MonitorHistory(List.of(), List.of(), Optional.empty());

    public MonitorHistory {
        alertMonths = List.copyOf(alertMonths);
        cases = List.copyOf(cases);
    }

    public MonitorHistory trainedTo(YearMonth month) {
        return new MonitorHistory(alertMonths, cases, Optional.of(month));
    }

    /** How many alerts a run of a month raised on how many segments. */
    public record AlertMonth(YearMonth month, int alerts, int segments) {}
}
