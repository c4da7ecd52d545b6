package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.List;

/**
 * The immutable result of one run. Files, database, API, pages and reports read it; nothing recomputes it.
 *
 * @param alertReport raised alerts, worst first, with what was held back, what is over and the watch-list
 * @param drivers one attribution an alert, same order
 * @param monitor drift of input, forecasts and alerts
 * @param covariates series from outside as they were offered, so that scenarios can change them
 * @param actionReport candidates, plan and what each policy removed
 * @param alike nearest segments and groups, by panel row
 * @param fx state of the exchange rate and exposed segments
 */
public record RadarRun(
        RadarSpec spec,
        RunManifest manifest,
        IngestReport ingest,
        SegmentPanel panel,
        ForecastSet published,
        ForecastSet past,
        AccuracyReport accuracy,
        AlertReport alertReport,
        List<DriverAttribution> drivers,
        ActionReport actionReport,
        MonitorReport monitor,
        AlikeReport alike,
        FxReport fx,
        List<MonthlySeries> covariates) {
    public RadarRun {
        covariates = List.copyOf(covariates);
        drivers = List.copyOf(drivers);
        int alerts = alertReport.raised().size();
        if (drivers.size() != alerts) {
            throw new IllegalArgumentException(alerts + " alerts but " + drivers.size() + " attributions");
        }
    }

    /** A run without monitoring that says nothing of alike segments and exchange rates. */
    public RadarRun(
            RadarSpec spec,
            RunManifest manifest,
            IngestReport ingest,
            SegmentPanel panel,
            ForecastSet published,
            ForecastSet past,
            AccuracyReport accuracy,
            AlertReport alertReport,
            List<DriverAttribution> drivers,
            ActionReport actionReport) {
        this(
                spec,
                manifest,
                ingest,
                panel,
                published,
                past,
                accuracy,
                alertReport,
                drivers,
                actionReport,
                MonitorReport.EMPTY,
                AlikeReport.none(panel.segments()),
                FxReport.NONE,
                List.of());
    }

    /** A run whose alert stage has nothing to say but what it raised. */
    public RadarRun(
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
        this(spec, manifest, ingest, panel, published, past, accuracy, AlertReport.of(alerts), drivers, actionReport);
    }

    /** Raised alerts, worst first. */
    public List<Alert> alerts() {
        return alertReport.raised();
    }

    /** All candidates, best first; {@link RecommendedAction#isPlanned} tells what is in the plan. */
    public List<RecommendedAction> actions() {
        return actionReport.actions();
    }
}
