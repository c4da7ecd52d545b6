package io.segmentradar.models.alike;

import io.segmentradar.core.alike.AlikeAnalyst;
import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.Neighbours;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;

/** Neighbours and groups of one panel from one set of scaled features. */
public final class AlikeSegments implements AlikeAnalyst {
    @Override
    public AlikeReport analyse(SegmentPanel panel, KpiCatalog kpis, AlikePolicy policy, long seed) {
        AspectSpace space = new AspectSpace(panel, kpis, policy.weights());
        Neighbours neighbours = AspectSimilarity.nearest(space, policy.neighbours(), segment -> true);
        Grouping grouping = new SegmentGroups(
                        space,
                        kpis.kpis().stream().filter(kpi -> panel.has(kpi.id())).toList())
                .find(policy, seed);
        return new AlikeReport(neighbours, grouping);
    }
}
