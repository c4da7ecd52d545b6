package io.segmentradar.store;

import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the forecast tables of one run from their blocks. */
final class ForecastReader {
    /** Tables read at once: an embedded database keeps a whole result in memory. */
    private static final int BATCH = 16;

    private final Handle handle;
    private final String runId;
    private final Map<Integer, SegmentIndex> nodeSets;

    ForecastReader(Handle handle, String runId, Map<Integer, SegmentIndex> nodeSets) {
        this.handle = handle;
        this.runId = runId;
        this.nodeSets = nodeSets;
    }

    static Map<Integer, SegmentIndex> nodeSets(Handle handle, String runId) {
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

    /**
     * @param published true for the published tables, false for those of earlier origins
     */
    List<ForecastTable> read(boolean published) {
        List<ForecastTable> tables = new ArrayList<>();
        List<Integer> positions = handle.createQuery(
                        "SELECT DISTINCT position FROM forecast_block WHERE run_id = :id AND published = :published"
                                + " ORDER BY position")
                .bind("id", runId)
                .bind("published", published)
                .mapTo(Integer.class)
                .list();
        for (int from = 0; from < positions.size(); from += BATCH) {
            int last = Math.min(from + BATCH, positions.size()) - 1;
            read(positions.get(from), positions.get(last), tables);
        }
        return tables;
    }

    private void read(int first, int last, List<ForecastTable> tables) {
        handle.createQuery("SELECT part, level, kpi, origin, horizon, node_set, body FROM forecast_block"
                        + " WHERE run_id = :id AND position BETWEEN :first AND :last ORDER BY position, part")
                .bind("id", runId)
                .bind("first", first)
                .bind("last", last)
                .scanResultSet((supplier, context) -> {
                    ResultSet rs = supplier.get();
                    BlockParts parts = new BlockParts(tables);
                    while (rs.next()) {
                        parts.add(rs);
                    }
                    parts.finish();
                    return null;
                });
    }

    /** Puts the parts of blocks together, in order. */
    private final class BlockParts {
        private final List<ForecastTable> tables;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String level;
        private String kpi;
        private YearMonth origin;
        private int horizon;
        private int nodeSet;

        BlockParts(List<ForecastTable> tables) {
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
