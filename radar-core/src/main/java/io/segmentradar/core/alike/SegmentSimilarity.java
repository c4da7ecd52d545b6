package io.segmentradar.core.alike;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.function.IntPredicate;

/** Finds for each segment those that are most alike. */
public interface SegmentSimilarity {
    /**
     * Nearest segments as far as the panel knows: give {@link SegmentPanel#upTo} for what was known earlier. Segments
     * without customers in the panel's last month have no neighbours and are nobody's.
     *
     * @param limit most neighbours of a segment, at least 1
     * @param candidates panel rows that may be a neighbour, for example those with enough history to learn from
     */
    Neighbours nearest(SegmentPanel panel, KpiCatalog kpis, AspectWeights weights, int limit, IntPredicate candidates);

    /** Nearest among all segments, by the usual weights. */
    default Neighbours nearest(SegmentPanel panel, KpiCatalog kpis, int limit) {
        return nearest(panel, kpis, AspectWeights.USUAL, limit, segment -> true);
    }
}
