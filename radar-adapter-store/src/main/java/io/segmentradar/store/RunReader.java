package io.segmentradar.store;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads one run back, whole. */
final class RunReader {
    private static final int FETCH = 5_000;

    private final Handle handle;
    private final String runId;

    RunReader(Handle handle, String runId) {
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
            List<String> panelColumns,
            MonthAxis months) {}

    Optional<RadarRun> read() {
        return handle.createQuery(
                        "SELECT spec, manifest, ingest, plan, alert_report, monitor, panel_columns, first_ym, months FROM run WHERE run_id = :id")
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
                DomainJson.readList(rs.getString("panel_columns"), String.class),
                new MonthAxis(YearMonth.parse(rs.getString("first_ym")), rs.getInt("months")));
    }

    private RadarRun run(Head head) {
        Map<Integer, SegmentIndex> nodeSets = nodeSets();
        ActionReport plan = head.plan();
        return new RadarRun(
                head.spec(),
                head.manifest(),
                head.ingest(),
                panel(head),
                forecasts(true, nodeSets),
                forecasts(false, nodeSets),
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
                        head.monitor().triggers()));
    }

    private <T> List<T> bodies(String table, String column, Class<T> type) {
        return handle.createQuery("SELECT " + column + " FROM " + table + " WHERE run_id = :id ORDER BY position")
                .bind("id", runId)
                .setFetchSize(FETCH)
                .mapTo(String.class)
                .map(json -> DomainJson.read(json, type))
                .list();
    }

    private SegmentPanel panel(Head head) {
        List<SegmentKey> keys = handle.createQuery("SELECT key_values FROM segment WHERE run_id = :id")
                .bind("id", runId)
                .setFetchSize(FETCH)
                .mapTo(String.class)
                .map(json -> new SegmentKey(DomainJson.readList(json, String.class)))
                .list();
        SegmentIndex index = new SegmentIndex(keys);
        int months = head.months().count();
        List<String> names = head.panelColumns();
        double[][] values = new double[names.size()][index.size() * months];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        String list = String.join(", ", names.stream().map(Database::quoted).toList());
        handle.createQuery("SELECT segment_id, ym, " + list + " FROM segment_panel WHERE run_id = :id")
                .bind("id", runId)
                .setFetchSize(FETCH)
                .scanResultSet((supplier, context) -> {
                    ResultSet rs = supplier.get();
                    // A quarter of the time to load goes into telling segments and months apart; both repeat.
                    Map<String, Integer> rows = new HashMap<>();
                    Map<String, Integer> columnOfMonth = new HashMap<>();
                    while (rs.next()) {
                        int row = rows.computeIfAbsent(
                                rs.getString(1),
                                id -> index.row(new SegmentId(id)).orElseThrow());
                        int month = columnOfMonth.computeIfAbsent(
                                rs.getString(2), ym -> head.months().indexOf(YearMonth.parse(ym)));
                        for (int c = 0; c < names.size(); c++) {
                            double value = rs.getDouble(c + 3);
                            values[c][row * months + month] = rs.wasNull() ? Double.NaN : value;
                        }
                    }
                    return null;
                });
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), values[c]);
        }
        return SegmentPanel.of(index, head.months(), columns, additive(head));
    }

    private static Set<String> additive(Head head) {
        Set<String> additive = new LinkedHashSet<>(head.panelColumns());
        head.spec().kpis().ratios().stream().map(Ratio::id).forEach(additive::remove);
        return additive;
    }

    private Map<Integer, SegmentIndex> nodeSets() {
        Map<Integer, SegmentIndex> sets = new HashMap<>();
        handle.createQuery("SELECT node_set, node_keys FROM forecast_nodes WHERE run_id = :id")
                .bind("id", runId)
                .map((rs, context) -> sets.put(
                        rs.getInt(1),
                        new SegmentIndex(DomainJson.readList(rs.getString(2), String[].class).stream()
                                .map(SegmentKey::of)
                                .toList())))
                .list();
        return sets;
    }

    private ForecastSet forecasts(boolean published, Map<Integer, SegmentIndex> nodeSets) {
        List<ForecastTable> tables = new ArrayList<>();
        handle.createQuery("SELECT part, level, kpi, origin, horizon, node_set, body FROM forecast_block"
                        + " WHERE run_id = :id AND published = :published ORDER BY position, part")
                .bind("id", runId)
                .bind("published", published)
                .setFetchSize(50)
                .scanResultSet((supplier, context) -> {
                    ResultSet rs = supplier.get();
                    BlockParts parts = new BlockParts(nodeSets, tables);
                    while (rs.next()) {
                        parts.add(rs);
                    }
                    parts.finish();
                    return null;
                });
        return new ForecastSet(tables);
    }

    /** Puts the parts of blocks together, in order. */
    private static final class BlockParts {
        private final Map<Integer, SegmentIndex> nodeSets;
        private final List<ForecastTable> tables;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String level;
        private String kpi;
        private YearMonth origin;
        private int horizon;
        private int nodeSet;

        BlockParts(Map<Integer, SegmentIndex> nodeSets, List<ForecastTable> tables) {
            this.nodeSets = nodeSets;
            this.tables = tables;
        }

        void add(ResultSet rs) throws SQLException {
            if (rs.getInt("part") == 0) {
                finish();
                level = rs.getString("level");
                kpi = rs.getString("kpi");
                origin = YearMonth.parse(rs.getString("origin"));
                horizon = rs.getInt("horizon");
                nodeSet = rs.getInt("node_set");
            }
            bytes.writeBytes(rs.getBytes("body"));
        }

        void finish() {
            if (bytes.size() > 0) {
                tables.add(ForecastBlock.decode(
                        bytes.toByteArray(), level, nodeSets.get(nodeSet), kpi, origin, new Horizon(horizon)));
                bytes.reset();
            }
        }
    }
}
