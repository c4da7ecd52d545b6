package io.segmentradar.store;

import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentDimension;
import java.util.ArrayList;
import java.util.List;

/** Writes segments and panel of one run: as rows for others to read, and as blocks to be read back whole. */
final class PanelWriter {
    private final RadarRun run;
    private final String runId;
    private final RunWriter.Filler filler;

    PanelWriter(RadarRun run, RunWriter.Filler filler) {
        this.run = run;
        this.runId = run.manifest().runId();
        this.filler = filler;
    }

    void write() {
        writeSegments();
        writePanel();
        writePanelBlocks();
    }

    /**
     * Columns of the panel that are kept in full: customers, KPIs, ratios. Of the amounts that these are made of, the
     * last month is kept, for rules to look at again.
     */
    static List<String> columns(RadarRun run) {
        List<String> columns = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        columns.addAll(run.spec().kpis().ids());
        run.spec().kpis().ratios().forEach(ratio -> columns.add(ratio.id()));
        return columns.stream().filter(run.panel()::has).toList();
    }

    /** The same and what models need besides: the absences. */
    static List<String> figures(RadarRun run) {
        List<String> figures = new ArrayList<>(columns(run));
        Absences.columns(run.spec().kpis()).stream().filter(run.panel()::has).forEach(figures::add);
        return figures;
    }

    static List<String> amounts(RadarRun run) {
        List<String> kept = figures(run);
        return run.spec().kpis().amounts().stream()
                .filter(amount -> run.panel().has(amount) && !kept.contains(amount))
                .toList();
    }

    static List<String> keyColumns(RadarRun run) {
        return run.spec().dimensions().stream().map(SegmentDimension::id).toList();
    }

    private void writeSegments() {
        SegmentPanel panel = run.panel();
        List<String> columns = new ArrayList<>(List.of("run_id", "segment_id"));
        columns.addAll(keyColumns(run));
        columns.addAll(List.of("lifecycle", "first_ym", "last_ym", "customer_count", "key_values"));
        int last = panel.months().count() - 1;
        filler.fill("segment", columns, sink -> {
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
        List<String> figures = columns(run);
        List<String> columns = new ArrayList<>(List.of("run_id", "segment_id", "ym"));
        columns.addAll(figures);
        var data = figures.stream().map(panel::column).toList();
        filler.fill("segment_panel", columns, sink -> {
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
        filler.fill("panel_block", List.of("run_id", "figure", "part", "body"), sink -> {
            for (String figure : figures(run)) {
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
}
