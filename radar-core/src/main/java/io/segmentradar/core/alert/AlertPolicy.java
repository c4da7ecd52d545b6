package io.segmentradar.core.alert;

import java.util.Map;

/**
 * What a bank wants to hear about.
 *
 * @param materialityFloors KPI id, or {@code level.kpi} for one level, to the least money at stake worth an alert
 * @param inflectionLevel two-sided level of the test on a turned trend, in (0, 1)
 * @param selection how many of the unusual figures are raised
 * @param minCustomers segments with fewer customers are not raised (a single customer's move is not a segment's)
 * @param forecastChange share of today's value by which a forecast must fall or rise within three months, in (0, 1)
 * @param forecastProbability least probability of that change worth an alert, in (0, 1)
 * @param watchlist size and diversity of the watch-list
 */
public record AlertPolicy(
        Map<String, Double> materialityFloors,
        double inflectionLevel,
        AlertSelection selection,
        int minCustomers,
        double forecastChange,
        double forecastProbability,
        Watchlist.Limits watchlist) {
    /** Where a spec names neither a budget nor a rate. */
    public static final AlertSelection USUAL_SELECTION = new AlertSelection.RelativeBudget(5);

    public AlertPolicy {
        materialityFloors = Map.copyOf(materialityFloors);
        requireShare("inflectionLevel", inflectionLevel);
        requireShare("forecastChange", forecastChange);
        requireShare("forecastProbability", forecastProbability);
        if (minCustomers < 0) {
            throw new IllegalArgumentException("minCustomers must not be negative, got " + minCustomers);
        }
    }

    public AlertPolicy(Map<String, Double> materialityFloors, double inflectionLevel) {
        this(materialityFloors, inflectionLevel, USUAL_SELECTION, 1, 0.2, 0.5, Watchlist.Limits.USUAL);
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1), got " + value);
        }
    }

    public AlertPolicy with(AlertSelection other) {
        return new AlertPolicy(
                materialityFloors,
                inflectionLevel,
                other,
                minCustomers,
                forecastChange,
                forecastProbability,
                watchlist);
    }

    /** Floor of a KPI; 0 when the spec gives none. */
    public double floor(String kpi) {
        return materialityFloors.getOrDefault(kpi, 0.0);
    }

    /** Floor of a KPI at a level: the level's own if the spec gives one, else the KPI's. */
    public double floor(String level, String kpi) {
        return materialityFloors.getOrDefault(level + "." + kpi, floor(kpi));
    }
}
