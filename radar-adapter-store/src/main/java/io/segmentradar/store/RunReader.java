package io.segmentradar.store;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.segment.SegmentIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads one run back, whole; its forecasts of earlier origins when they are first asked for. */
final class RunReader {
    private static final int FETCH = 5_000;

    private final Database database;
    private final Handle handle;
    private final String runId;

    RunReader(Database database, Handle handle, String runId) {
        this.database = database;
        this.handle = handle;
        this.runId = runId;
    }

    private record Head(
            RadarSpec spec,
            RunManifest manifest,
            IngestReport ingest,
            ActionReport plan,
            AlertReport alerts,
            MonitorReport monitor,
            List<MonthlySeries> covariates,
            FxReport fx,
            AlikeRow.Groups groups,
            List<String> panelColumns,
            MonthAxis months) {}

    Optional<RadarRun> read() {
        return handle.createQuery(
                        "SELECT spec, manifest, ingest, plan, alert_report, monitor, covariates, fx, clusters, panel_columns, first_ym, months FROM run WHERE run_id = :id")
                .bind("id", runId)
                .map((rs, context) -> head(rs))
                .findOne()
                .map(this::run);
    }

    private static Head head(ResultSet rs) throws SQLException {
        return new Head(
                DomainJson.read(rs.getString("spec"), RadarSpec.class),
                DomainJson.read(rs.getString("manifest"), RunManifest.class),
                DomainJson.read(rs.getString("ingest"), IngestReport.class),
                DomainJson.read(rs.getString("plan"), ActionReport.class),
                Optional.ofNullable(rs.getString("alert_report"))
                        .map(json -> DomainJson.read(json, AlertReport.class))
                        .orElse(AlertReport.EMPTY),
                Optional.ofNullable(rs.getString("monitor"))
                        .map(json -> DomainJson.read(json, MonitorReport.class))
                        .orElse(MonitorReport.EMPTY),
                Optional.ofNullable(rs.getString("covariates"))
                        .map(json -> DomainJson.readList(json, MonthlySeries.class))
                        .orElse(List.of()),
                Optional.ofNullable(rs.getString("fx"))
                        .map(json -> DomainJson.read(json, FxReport.class))
                        .orElse(FxReport.NONE),
                Optional.ofNullable(rs.getString("clusters"))
                        .map(json -> DomainJson.read(json, AlikeRow.Groups.class))
                        .orElse(AlikeRow.Groups.NONE),
                DomainJson.readList(rs.getString("panel_columns"), String.class),
                new MonthAxis(YearMonth.parse(rs.getString("first_ym")), rs.getInt("months")));
    }

    private RadarRun run(Head head) {
        Map<Integer, SegmentIndex> nodeSets = ForecastReader.nodeSets(handle, runId);
        ActionReport plan = head.plan();
        SegmentPanel panel = new PanelReader(handle, runId, head.months(), head.panelColumns()).read(head.spec());
        return new RadarRun(
                head.spec(),
                head.manifest(),
                head.ingest(),
                panel,
                new ForecastSet(new ForecastReader(handle, runId, nodeSets).read(true)),
                ForecastSet.deferred(() -> past(nodeSets)),
                new AccuracyReport(
                        bodies("accuracy", "body", AccuracyReport.Row.class),
                        head.manifest().covariates(),
                        List.of()),
                new AlertReport(
                        bodies("alert", "body", Alert.class),
                        head.alerts().suppressed(),
                        head.alerts().closed(),
                        head.alerts().watchlist()),
                bodies("alert", "drivers", DriverAttribution.class),
                new ActionReport(
                        bodies("action", "body", RecommendedAction.class),
                        plan.plan(),
                        plan.funnel(),
                        plan.silentRules(),
                        plan.unanswered(),
                        plan.fx()),
                new MonitorReport(
                        bodies("drift_check", "body", DriftCheck.class),
                        head.monitor().triggers()),
                alike(head, panel),
                new FxReport(head.fx().status(), head.fx().market(), bodies("fx_segment", "body", FxSegment.class)),
                head.covariates());
    }

    /** Runs of earlier versions say nothing of alike segments. */
    private AlikeReport alike(Head head, SegmentPanel panel) {
        List<AlikeRow> rows = bodies("segment_cluster", "body", AlikeRow.class);
        return rows.isEmpty() ? AlikeReport.none(panel.segments()) : AlikeRow.report(head.groups(), rows);
    }

    private <T> List<T> bodies(String table, String column, Class<T> type) {
        return handle.createQuery("SELECT " + column + " FROM " + table + " WHERE run_id = :id ORDER BY position")
                .bind("id", runId)
                .setFetchSize(FETCH)
                .mapTo(String.class)
                .map(json -> DomainJson.read(json, type))
                .list();
    }

    /** Forecasts of earlier origins are ten times as many as the published ones and seldom asked for. */
    private List<ForecastTable> past(Map<Integer, SegmentIndex> nodeSets) {
        List<ForecastTable> tables = database.read(later -> new ForecastReader(later, runId, nodeSets).read(false));
        // A run is removed in one transaction: if it is still there now, the tables are all of them.
        if (database.read(later -> new RunReader(database, later, runId).isGone())) {
            throw new StoreException("The run " + runId + " was removed from the store; refresh to read another");
        }
        return tables;
    }

    private boolean isGone() {
        return handle.createQuery("SELECT count(*) FROM run WHERE run_id = :id")
                        .bind("id", runId)
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }
}
