package io.segmentradar.core.view;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentDimension;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group of alike segments as a reader may see it: figures are sums of its visible segments, outliers left out.
 *
 * @param segments visible members
 * @param outliers visible segments nearest to this group but too far from it to belong
 * @param figures customer count and KPIs by id: totals now, a month and a year ago
 * @param keys values that are more frequent here than among all visible segments, the most telling first
 * @param alerts alerts of members by severity
 * @param actions planned actions of members by type, the most valuable first
 */
public record ClusterProfile(
        SegmentCluster cluster,
        int segments,
        int outliers,
        Map<String, Figure> figures,
        List<KeyShare> keys,
        Map<Severity, Integer> alerts,
        List<ActionSum> actions) {
    public ClusterProfile {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        keys = List.copyOf(keys);
        Map<Severity, Integer> counted = new EnumMap<>(Severity.class);
        counted.putAll(alerts);
        alerts = Collections.unmodifiableMap(counted);
        actions = List.copyOf(actions);
    }

    /**
     * @param share of the members that have the value, 0..1
     * @param overall share of all visible segments
     */
    public record KeyShare(SegmentDimension dimension, String value, double share, double overall) {}

    /**
     * @param value expected value of all of them, in the unit of the spec; rests on assumptions
     */
    public record ActionSum(String type, Label title, int count, double value) {}
}
