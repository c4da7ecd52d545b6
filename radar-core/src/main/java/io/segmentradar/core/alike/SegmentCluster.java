package io.segmentradar.core.alike;

import io.segmentradar.core.kpi.Label;
import java.util.List;

/**
 * A group of alike segments.
 *
 * @param number from 1, the largest group first
 * @param name made from the strongest traits; no two groups share one
 * @param traits how it differs from all segments, strongest first
 */
public record SegmentCluster(int number, Label name, List<Trait> traits) {
    public SegmentCluster {
        traits = List.copyOf(traits);
    }

    /**
     * @param kpi id of the KPI it is about; empty if about none
     * @param strength difference of the group's mean from the mean of all segments, in standard deviations of all
     */
    public record Trait(Aspect aspect, String kpi, Label label, double strength) {}
}
