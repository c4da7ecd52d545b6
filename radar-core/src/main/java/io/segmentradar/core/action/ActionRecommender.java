package io.segmentradar.core.action;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;

/** Turns forecasts and alerts into things to do, best first. */
public interface ActionRecommender {
    /**
     * What is wrong with a policy, before any data is read: a formula with a fact that does not exist, a category
     * without a name. Each entry names rule, line and what is known.
     */
    List<String> problems(ActionPolicy policy, KpiCatalog kpis, SegmentHierarchy hierarchy);

    /**
     * @throws IllegalArgumentException if the policy has {@link #problems}
     */
    ActionReport recommend(ActionContext context);
}
