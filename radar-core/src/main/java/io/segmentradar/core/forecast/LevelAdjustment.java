package io.segmentradar.core.forecast;

/**
 * How much the published forecasts of a level were moved so that all levels add up.
 *
 * @param n forecasts of the level
 * @param adjustment Σ|coherent − base| / Σ|base|; NaN if all base forecasts are 0
 * @param gap Σ|base − sum of its segments' base forecasts| / Σ|base|: how far apart the levels were before; NaN as above
 * @param coherenceError largest |node − sum of its segments| after, over the level's mean |forecast|; 0 for segments
 */
public record LevelAdjustment(
        String kpi, int horizon, String level, int n, double adjustment, double gap, double coherenceError) {}
