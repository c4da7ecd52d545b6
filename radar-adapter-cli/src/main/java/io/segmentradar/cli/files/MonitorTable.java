package io.segmentradar.cli.files;

import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.features.csv.CsvTable;

/** {@code monitor.csv}: every check of input, forecasts and alerts with its verdict. */
public final class MonitorTable {
    public static final String[] HEADER = {
        "area",
        "subject",
        "label_ko",
        "label_en",
        "horizon",
        "measure",
        "status",
        "reference",
        "current",
        "psi",
        "wasserstein",
        "statistic",
        "p_value",
        "q_value",
        "n_reference",
        "n_current",
        "reason_ko",
        "reason_en"
    };

    private final MonitorReport report;

    public MonitorTable(MonitorReport report) {
        this.report = report;
    }

    public void write(CsvTable out) {
        for (DriftCheck check : report.checks()) {
            out.text(check.area())
                    .text(check.subject())
                    .text(check.label().ko())
                    .text(check.label().en())
                    .text(check.horizon() == 0 ? "" : check.horizon())
                    .text(check.measure())
                    .text(check.status())
                    .number(check.reference())
                    .number(check.current())
                    .number(check.psi())
                    .number(check.distance())
                    .number(check.statistic())
                    .number(check.pValue())
                    .number(check.qValue())
                    .number(check.nReference())
                    .number(check.nCurrent())
                    .text(check.reason().ko())
                    .text(check.reason().en())
                    .end();
        }
    }
}
