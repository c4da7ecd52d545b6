package io.segmentradar.core.alert;

import java.util.Map;

/**
 * What a bank wants to hear about.
 *
 * @param materialityFloors KPI id to the least money at stake worth an alert, in the money unit
 * @param inflectionLevel two-sided level of the test on a turned trend, in (0, 1)
 */
public record AlertPolicy(Map<String, Double> materialityFloors, double inflectionLevel) {
    public AlertPolicy {
        materialityFloors = Map.copyOf(materialityFloors);
        if (!(inflectionLevel > 0 && inflectionLevel < 1)) {
            throw new IllegalArgumentException("inflectionLevel must be in (0, 1), got " + inflectionLevel);
        }
    }

    /** Floor of a KPI; 0 when the spec gives none. */
    public double floor(String kpi) {
        return materialityFloors.getOrDefault(kpi, 0.0);
    }
}
