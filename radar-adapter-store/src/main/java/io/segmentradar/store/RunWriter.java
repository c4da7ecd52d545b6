package io.segmentradar.store;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Writes one run within a transaction. */
final class RunWriter {
    /** Every table that a run has rows in. */
    static final List<String> TABLES = List.of(
            "segment",
            "segment_panel",
            "panel_block",
            "forecast",
            "forecast_nodes",
            "forecast_block",
            "model",
            "accuracy",
            "alert",
            "alert_driver",
            "action",
            "drift_check",
            "fx_month",
            "fx_segment",
            "segment_cluster",
            "run");

    private final Handle handle;
    private final boolean postgres;
    private final RadarRun run;
    private final String runId;

    RunWriter(Handle handle, boolean postgres, RadarRun run) {
        this.handle = handle;
        this.postgres = postgres;
        this.run = run;
        this.runId = run.manifest().runId();
    }

    static void delete(Handle handle, String runId) {
        TABLES.forEach(table -> handle.execute("DELETE FROM " + table + " WHERE run_id = ?", runId));
    }

    void write() {
        delete(handle, runId);
        new PanelWriter(run, this::fill).write();
        new ForecastWriter(run, this::fill).write();
        writeAccuracy();
        new AlertWriter(run, this::fill).write();
        writeActions();
        writeMonitor();
        new InsightWriter(run, this::fill).write();
        writeRun();
    }

    /** Hands out a sink for a table. */
    interface Filler {
        void fill(String table, List<String> columns, Consumer<RowSink> rows);
    }

    private void fill(String table, List<String> columns, Consumer<RowSink> rows) {
        try (RowSink sink = postgres
                ? new CopySink(handle.getConnection(), table, columns)
                : new BatchSink(handle.getConnection(), table, columns)) {
            rows.accept(sink);
        }
    }

    private void writeRun() {
        RunManifest manifest = run.manifest();
        ActionReport rest = new ActionReport(
                List.of(),
                run.actionReport().plan(),
                run.actionReport().funnel(),
                run.actionReport().silentRules(),
                run.actionReport().unanswered(),
                run.actionReport().fx());
        AlertReport restOfAlerts = new AlertReport(
                List.of(),
                run.alertReport().suppressed(),
                run.alertReport().closed(),
                run.alertReport().watchlist());
        fill(
                "run",
                List.of(
                        "run_id",
                        "as_of",
                        "created_at",
                        "spec_name",
                        "spec_sha256",
                        "first_ym",
                        "months",
                        "segments",
                        "alerts",
                        "actions",
                        "seed",
                        "product_version",
                        "spec",
                        "manifest",
                        "ingest",
                        "plan",
                        "panel_columns",
                        "alert_report",
                        "monitor",
                        "covariates",
                        "fx",
                        "clusters"),
                sink -> sink.add(
                        runId,
                        manifest.asOf().toString(),
                        manifest.createdAt().atOffset(ZoneOffset.UTC),
                        manifest.specName(),
                        manifest.specSha256(),
                        run.panel().months().first().toString(),
                        run.panel().months().count(),
                        run.panel().segments(),
                        run.alerts().size(),
                        run.actions().size(),
                        manifest.seed(),
                        manifest.versions().product(),
                        DomainJson.write(run.spec()),
                        DomainJson.write(manifest),
                        DomainJson.write(run.ingest()),
                        DomainJson.write(rest),
                        DomainJson.write(PanelWriter.figures(run)),
                        DomainJson.write(restOfAlerts),
                        DomainJson.write(
                                new MonitorReport(List.of(), run.monitor().triggers())),
                        DomainJson.write(run.covariates()),
                        InsightWriter.fx(run),
                        InsightWriter.clusters(run)));
    }

    private void writeAccuracy() {
        List<AccuracyReport.Row> rows = run.accuracy().rows();
        fill(
                "accuracy",
                List.of(
                        "run_id",
                        "position",
                        "kpi",
                        "horizon",
                        "level",
                        "size_class",
                        "model",
                        "n",
                        "wape",
                        "mase",
                        "bias",
                        "coverage_90",
                        "body"),
                sink -> {
                    for (int i = 0; i < rows.size(); i++) {
                        AccuracyReport.Row row = rows.get(i);
                        sink.add(
                                runId,
                                i + 1,
                                row.kpi(),
                                row.horizon(),
                                row.level(),
                                row.sizeClass(),
                                row.model(),
                                row.n(),
                                row.wape(),
                                row.mase(),
                                row.bias(),
                                row.coverage90(),
                                DomainJson.write(row));
                    }
                });
    }

    private void writeActions() {
        fill(
                "action",
                List.of(
                        "run_id",
                        "action_id",
                        "position",
                        "segment_id",
                        "ym",
                        "action_type",
                        "category",
                        "kpi",
                        "owner",
                        "channel",
                        "due_date",
                        "expected_value",
                        "score",
                        "planned",
                        "alert_id",
                        "reason_ko",
                        "reason_en",
                        "body"),
                sink -> {
                    int position = 0;
                    for (RecommendedAction action : run.actions()) {
                        sink.add(
                                runId,
                                action.id(),
                                ++position,
                                action.segment().value(),
                                action.month().toString(),
                                action.type(),
                                action.category(),
                                action.kpi(),
                                action.delivery().owner(),
                                action.delivery().channel(),
                                action.delivery().due(),
                                action.worth().value(),
                                action.score(),
                                action.isPlanned(),
                                action.alertId().orElse(null),
                                action.reason().ko(),
                                action.reason().en(),
                                DomainJson.write(action));
                    }
                });
    }

    private void writeMonitor() {
        fill(
                "drift_check",
                List.of(
                        "run_id",
                        "position",
                        "area",
                        "subject",
                        "horizon",
                        "measure",
                        "reference_value",
                        "current_value",
                        "psi",
                        "p_value",
                        "q_value",
                        "status",
                        "body"),
                sink -> {
                    int position = 0;
                    for (DriftCheck check : run.monitor().checks()) {
                        sink.add(
                                runId,
                                ++position,
                                check.area().name(),
                                check.subject(),
                                check.horizon(),
                                check.measure(),
                                check.reference(),
                                check.current(),
                                check.psi(),
                                check.pValue(),
                                check.qValue(),
                                check.status().name(),
                                DomainJson.write(check));
                    }
                });
    }
}
