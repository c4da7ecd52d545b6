package io.segmentradar.core.driver;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastExplainer;
import java.util.List;

/** Splits the surprise of each alert into its causes. */
public interface DriverAttributor {
    /** One attribution an alert, in the same order. */
    List<DriverAttribution> attribute(List<Alert> alerts, AlertContext context, ForecastExplainer explainer);
}
