package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionReport;
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
 * @param actionReport candidates, plan and what each policy removed
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
        ActionReport actionReport) {
    public RadarRun {
        alerts = List.copyOf(alerts);
        drivers = List.copyOf(drivers);
        if (drivers.size() != alerts.size()) {
            throw new IllegalArgumentException(alerts.size() + " alerts but " + drivers.size() + " attributions");
        }
    }

    /** All candidates, best first; {@link RecommendedAction#isPlanned} tells what is in the plan. */
    public List<RecommendedAction> actions() {
        return actionReport.actions();
    }
}
