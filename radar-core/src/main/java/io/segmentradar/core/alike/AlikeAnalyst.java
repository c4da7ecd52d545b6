package io.segmentradar.core.alike;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;

/** Finds the groups that a bank's segments fall into, and the nearest of each. */
public interface AlikeAnalyst {
    /**
     * @param seed of the draws; the same seed gives the same groups
     */
    AlikeReport analyse(SegmentPanel panel, KpiCatalog kpis, AlikePolicy policy, long seed);
}
