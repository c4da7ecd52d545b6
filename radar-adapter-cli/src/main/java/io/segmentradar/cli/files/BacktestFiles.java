package io.segmentradar.cli.files;

import io.segmentradar.cli.Messages;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.csv.CsvTable;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The result of a back-test: {@code backtest.csv} with every measure and {@code backtest.html} for people. */
public final class BacktestFiles {
    private static final String TABLE = "backtest.csv";

    private final AtomicDirectory directory;

    /** Fails now rather than after a long calculation if nothing can be written there. */
    public BacktestFiles(Path directory) {
        this.directory = AtomicDirectory.writable(directory);
    }

    /**
     * @param accuracy everything, for the page
     * @param shown the rows asked for, for the table
     */
    public void write(
            RadarSpec spec, SegmentPanel panel, AccuracyReport accuracy, AccuracyReport shown, Messages messages) {
        String page = new BacktestPage(spec, panel, accuracy, messages).html();
        directory.publish("backtest", TABLE, folder -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(TABLE)));
                    CsvTable table = new CsvTable(out, ForecastTables.BACKTEST_HEADER)) {
                ForecastTables.writeBacktest(shown, table);
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve("covariates.csv"));
                    CsvTable table = new CsvTable(out, ForecastTables.COVARIATES_HEADER)) {
                ForecastTables.writeCovariates(accuracy, table);
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve("reconciliation.csv"));
                    CsvTable table = new CsvTable(out, ForecastTables.RECONCILIATION_HEADER)) {
                ForecastTables.writeReconciliation(accuracy, table);
            }
            Files.writeString(folder.resolve("backtest.html"), page);
        });
    }
}
