package io.segmentradar.store;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.segment.SegmentDimension;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /**
     * Columns of the panel that are kept in full: customers, KPIs, ratios. Of the amounts that these are made of, the
     * last month is kept, for rules to look at again.
     */
    static List<String> panelColumns(RadarRun run) {
        List<String> columns = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        columns.addAll(run.spec().kpis().ids());
        run.spec().kpis().ratios().forEach(ratio -> columns.add(ratio.id()));
        return columns.stream().filter(run.panel()::has).toList();
    }

    /** The same and what models need besides: the absences. */
    static List<String> panelFigures(RadarRun run) {
        List<String> figures = new ArrayList<>(panelColumns(run));
        Absences.columns(run.spec().kpis()).stream().filter(run.panel()::has).forEach(figures::add);
        return figures;
    }

    static List<String> amounts(RadarRun run) {
        List<String> kept = panelFigures(run);
        return run.spec().kpis().amounts().stream()
                .filter(amount -> run.panel().has(amount) && !kept.contains(amount))
                .toList();
    }

    static List<String> keyColumns(RadarRun run) {
        return run.spec().dimensions().stream().map(SegmentDimension::id).toList();
    }

    static void delete(Handle handle, String runId) {
        TABLES.forEach(table -> handle.execute("DELETE FROM " + table + " WHERE run_id = ?", runId));
    }

    void write() {
        delete(handle, runId);
        writeSegments();
        writePanel();
        writePanelBlocks();
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
                        DomainJson.write(panelFigures(run)),
                        DomainJson.write(restOfAlerts),
                        DomainJson.write(
                                new MonitorReport(List.of(), run.monitor().triggers())),
                        DomainJson.write(run.covariates()),
                        InsightWriter.fx(run),
                        InsightWriter.clusters(run)));
    }

    private void writeSegments() {
        SegmentPanel panel = run.panel();
        List<String> columns = new ArrayList<>(List.of("run_id", "segment_id"));
        columns.addAll(keyColumns(run));
        columns.addAll(List.of("lifecycle", "first_ym", "last_ym", "customer_count", "key_values"));
        int last = panel.months().count() - 1;
        fill("segment", columns, sink -> {
            for (int s = 0; s < panel.segments(); s++) {
                List<Object> row =
                        new ArrayList<>(List.of(runId, panel.index().id(s).value()));
                row.addAll(panel.index().key(s).values());
                boolean born = panel.isBorn(s);
                row.add(born ? panel.lifecycle(s).name() : null);
                row.add(born ? panel.months().at(panel.firstMonth(s)).toString() : null);
                row.add(born ? panel.months().at(panel.lastMonth(s)).toString() : null);
                row.add(panel.column(SegmentPanel.CUSTOMER_COUNT).orNaN(s, last));
                row.add(DomainJson.write(panel.index().key(s).values()));
                sink.add(row.toArray());
            }
        });
    }

    private void writePanel() {
        SegmentPanel panel = run.panel();
        List<String> figures = panelColumns(run);
        List<String> columns = new ArrayList<>(List.of("run_id", "segment_id", "ym"));
        columns.addAll(figures);
        var data = figures.stream().map(panel::column).toList();
        fill("segment_panel", columns, sink -> {
            for (int s = 0; s < panel.segments(); s++) {
                for (int m = 0; m < panel.months().count(); m++) {
                    Object[] row = new Object[columns.size()];
                    boolean any = false;
                    for (int c = 0; c < figures.size(); c++) {
                        double value = data.get(c).orNaN(s, m);
                        row[c + 3] = value;
                        any |= !Double.isNaN(value);
                    }
                    if (any) {
                        row[0] = runId;
                        row[1] = panel.index().id(s).value();
                        row[2] = panel.months().at(m).toString();
                        sink.add(row);
                    }
                }
            }
        });
    }

    private void writePanelBlocks() {
        SegmentPanel panel = run.panel();
        int months = panel.months().count();
        fill("panel_block", List.of("run_id", "figure", "part", "body"), sink -> {
            for (String figure : panelFigures(run)) {
                PanelColumn column = panel.column(figure);
                double[] values = new double[panel.segments() * months];
                for (int i = 0; i < values.length; i++) {
                    values[i] = column.recorded(i / months, i % months);
                }
                add(sink, figure, values);
            }
            for (String amount : amounts(run)) {
                PanelColumn column = panel.column(amount);
                double[] lastMonth = new double[panel.segments()];
                for (int s = 0; s < lastMonth.length; s++) {
                    lastMonth[s] = column.recorded(s, months - 1);
                }
                add(sink, amount, lastMonth);
            }
        });
    }

    private void add(RowSink sink, String figure, double[] values) {
        int part = 0;
        for (byte[] bytes : ForecastBlock.split(DoubleBlock.encode(values))) {
            sink.add(runId, figure, part++, bytes);
        }
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
