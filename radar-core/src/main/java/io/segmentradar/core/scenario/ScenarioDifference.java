package io.segmentradar.core.scenario;

import io.segmentradar.core.forecast.Forecast;

/** The same forecast in the base and in the scenario. */
public record ScenarioDifference(Forecast base, Forecast scenario) {
    /** Difference of the points, money unit. */
    public double change() {
        return scenario.point() - base.point();
    }
}
