package io.segmentradar.cli.files;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.features.csv.CsvTable;

/** {@code rejects.csv}. */
final class RejectTable {
    static final String[] HEADER = {"file", "line", "column", "value", "reason"};

    private final IngestReport report;

    RejectTable(IngestReport report) {
        this.report = report;
    }

    void write(CsvTable out) {
        for (IngestReport.Reject reject : report.rejects()) {
            out.text(reject.file())
                    .number(reject.line())
                    .text(reject.column())
                    .text(reject.value())
                    .text(reject.reason())
                    .end();
        }
    }
}
