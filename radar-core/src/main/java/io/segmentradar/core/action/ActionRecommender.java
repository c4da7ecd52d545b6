package io.segmentradar.core.action;

import java.util.List;

/** Turns forecasts and alerts into things to do, best first. */
public interface ActionRecommender {
    List<RecommendedAction> recommend(ActionContext context);
}
