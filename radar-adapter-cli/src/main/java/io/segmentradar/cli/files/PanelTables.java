package io.segmentradar.cli.files;

import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.features.csv.CsvTable;
import java.util.ArrayList;
import java.util.List;

/** {@code segments.csv} and {@code panel.csv}. */
final class PanelTables {
    private final RadarRun run;
    private final SegmentPanel panel;

    PanelTables(RadarRun run) {
        this.run = run;
        this.panel = run.panel();
    }

    String[] segmentHeader() {
        List<String> header = new ArrayList<>(List.of("segment_id"));
        run.spec().dimensions().stream().map(SegmentDimension::id).forEach(header::add);
        header.addAll(List.of("lifecycle", "first_month", "last_month", "customer_count"));
        return header.toArray(String[]::new);
    }

    void writeSegments(CsvTable table) {
        PanelColumn customers = panel.column(SegmentPanel.CUSTOMER_COUNT);
        int now = panel.months().count() - 1;
        for (int s = 0; s < panel.segments(); s++) {
            if (panel.isBorn(s)) {
                table.text(panel.index().id(s));
                panel.index().key(s).values().forEach(table::text);
                table.text(panel.lifecycle(s));
                table.text(panel.months().at(panel.firstMonth(s)));
                table.text(panel.months().at(panel.lastMonth(s)));
                table.number(customers.orNaN(s, now));
                table.end();
            }
        }
    }

    private List<String> valueColumns() {
        List<String> columns = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        columns.addAll(run.spec().kpis().ids());
        run.spec().kpis().ratios().stream().map(Ratio::id).forEach(columns::add);
        return columns;
    }

    String[] panelHeader() {
        List<String> header = new ArrayList<>(List.of("segment_id", "month"));
        header.addAll(valueColumns());
        return header.toArray(String[]::new);
    }

    void writePanel(CsvTable table) {
        List<PanelColumn> columns = valueColumns().stream().map(panel::column).toList();
        for (int s = 0; s < panel.segments(); s++) {
            if (!panel.isBorn(s)) {
                continue;
            }
            for (int m = panel.firstMonth(s); m < panel.months().count(); m++) {
                table.text(panel.index().id(s)).text(panel.months().at(m));
                for (PanelColumn column : columns) {
                    table.number(column.orNaN(s, m));
                }
                table.end();
            }
        }
    }
}
