package io.segmentradar.store;

import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads the panel of one run: from its blocks, or for a run of an older version from its rows. */
final class PanelReader {
    private static final int FETCH = 5_000;

    private final Handle handle;
    private final String runId;
    private final MonthAxis months;
    private final List<String> figures;

    PanelReader(Handle handle, String runId, MonthAxis months, List<String> figures) {
        this.handle = handle;
        this.runId = runId;
        this.months = months;
        this.figures = figures;
    }

    SegmentPanel read(RadarSpec spec) {
        SegmentIndex index = index();
        Map<String, double[]> columns = blocks(spec);
        return SegmentPanel.of(index, months, columns.isEmpty() ? rows(index) : columns, additive(spec));
    }

    private SegmentIndex index() {
        List<SegmentKey> keys = handle.createQuery("SELECT key_values FROM segment WHERE run_id = :id")
                .bind("id", runId)
                .setFetchSize(FETCH)
                .mapTo(String.class)
                .map(json -> new SegmentKey(DomainJson.readList(json, String.class)))
                .list();
        return new SegmentIndex(keys);
    }

    private Map<String, double[]> blocks(RadarSpec spec) {
        Map<String, ByteArrayOutputStream> bytes = new LinkedHashMap<>();
        handle.createQuery("SELECT figure, body FROM panel_block WHERE run_id = :id ORDER BY figure, part")
                .bind("id", runId)
                .map((rs, context) -> {
                    bytes.computeIfAbsent(rs.getString(1), figure -> new ByteArrayOutputStream())
                            .writeBytes(rs.getBytes(2));
                    return null;
                })
                .list();
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (!bytes.isEmpty()) {
            figures.forEach(figure ->
                    columns.put(figure, DoubleBlock.decode(bytes.get(figure).toByteArray())));
            for (String amount : spec.kpis().amounts()) {
                if (bytes.containsKey(amount) && !columns.containsKey(amount)) {
                    columns.put(
                            amount,
                            lastMonth(DoubleBlock.decode(bytes.get(amount).toByteArray())));
                }
            }
        }
        return columns;
    }

    private double[] lastMonth(double[] values) {
        double[] column = new double[values.length * months.count()];
        Arrays.fill(column, Double.NaN);
        for (int s = 0; s < values.length; s++) {
            column[(s + 1) * months.count() - 1] = values[s];
        }
        return column;
    }

    private Map<String, double[]> rows(SegmentIndex index) {
        double[][] values = new double[figures.size()][index.size() * months.count()];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        String list = String.join(", ", figures.stream().map(Database::quoted).toList());
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
                                rs.getString(2), ym -> months.indexOf(YearMonth.parse(ym)));
                        for (int c = 0; c < values.length; c++) {
                            double value = rs.getDouble(c + 3);
                            values[c][row * months.count() + month] = rs.wasNull() ? Double.NaN : value;
                        }
                    }
                    return null;
                });
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < values.length; c++) {
            columns.put(figures.get(c), values[c]);
        }
        return columns;
    }

    /** What may be added up over segments; amounts of a single month are for rules on segments only. */
    private Set<String> additive(RadarSpec spec) {
        Set<String> additive = new LinkedHashSet<>(figures);
        spec.kpis().ratios().stream().map(Ratio::id).forEach(additive::remove);
        return additive;
    }
}
