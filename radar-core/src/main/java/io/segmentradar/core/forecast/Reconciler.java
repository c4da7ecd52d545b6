package io.segmentradar.core.forecast;

import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.Map;

/** Makes point forecasts of all levels add up. */
public interface Reconciler {
    /** Stable name, such as {@code mint_shrink}. */
    String name();

    /**
     * @param segments the bottom level, for the membership of nodes
     * @param base level id to one forecast a node, NaN where there is none
     * @param residuals level id to the past errors of each node, {@code nodes × origins}, NaN where unknown; every node
     *     has the same origins
     * @param signed false if forecasts must not be negative
     * @return level id to coherent forecasts: each node equals the sum of its segments
     */
    Map<String, double[]> reconcile(
            SegmentPanel segments,
            SegmentHierarchy hierarchy,
            Map<String, double[]> base,
            Map<String, double[][]> residuals,
            boolean signed);
}
