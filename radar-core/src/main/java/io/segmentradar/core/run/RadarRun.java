package io.segmentradar.core.run;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.List;

/**
 * The immutable result of one run. Files, database, API, pages and reports read it; nothing recomputes it.
 *
 * @param alerts ranked, worst first
 * @param drivers one attribution an alert, same order
 * @param actions ranked, best first
 */
public record RadarRun(
        RadarSpec spec,
        RunManifest manifest,
        IngestReport ingest,
        SegmentPanel panel,
        ForecastSet published,
        ForecastSet past,
        AccuracyReport accuracy,
        List<Alert> alerts,
        List<DriverAttribution> drivers,
        List<RecommendedAction> actions) {
    public RadarRun {
        alerts = List.copyOf(alerts);
        drivers = List.copyOf(drivers);
        actions = List.copyOf(actions);
        if (drivers.size() != alerts.size()) {
            throw new IllegalArgumentException(alerts.size() + " alerts but " + drivers.size() + " attributions");
        }
    }
}
