package io.segmentradar.cli.files;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunStore;
import io.segmentradar.features.csv.CsvTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the newest run as files in a directory: the tables as CSV, where they come from in {@code manifest.json}. */
public final class RunFiles implements RunStore {
    private static final String MANIFEST = "manifest.json";
    private static final int BUFFER = 1 << 16;

    private final AtomicDirectory directory;

    /** Fails now rather than after a long calculation if nothing can be written there. */
    public RunFiles(Path directory) {
        this.directory = AtomicDirectory.writable(directory);
    }

    @Override
    public void save(RadarRun run) {
        directory.publish(run.manifest().runId(), MANIFEST, staging -> write(run, staging));
    }

    private static void write(RadarRun run, Path folder) throws IOException {
        PanelTables panel = new PanelTables(run);
        table(folder, "segments.csv", panel.segmentHeader(), panel::writeSegments);
        table(folder, "panel.csv", panel.panelHeader(), panel::writePanel);
        ForecastTables forecasts = new ForecastTables(run);
        table(folder, "forecasts.csv", ForecastTables.HEADER, forecasts::writeSegments);
        table(folder, "forecasts_levels.csv", ForecastTables.HEADER, forecasts::writeLevels);
        table(folder, "backtest.csv", ForecastTables.BACKTEST_HEADER, forecasts::writeBacktest);
        table(folder, "covariates.csv", ForecastTables.COVARIATES_HEADER, forecasts::writeCovariates);
        table(folder, "reconciliation.csv", ForecastTables.RECONCILIATION_HEADER, forecasts::writeReconciliation);
        AlertTables alerts = new AlertTables(run);
        table(folder, "alerts.csv", AlertTables.HEADER, alerts::writeAlerts);
        table(folder, "drivers.csv", AlertTables.DRIVER_HEADER, alerts::writeDrivers);
        table(folder, "watchlist.csv", AlertTables.WATCHLIST_HEADER, alerts::writeWatchlist);
        table(folder, "suppressed.csv", AlertTables.SUPPRESSED_HEADER, alerts::writeSuppressed);
        table(folder, "closed.csv", AlertTables.CLOSED_HEADER, alerts::writeClosed);
        table(folder, "related.csv", AlertTables.RELATED_HEADER, alerts::writeRelated);
        ActionTable actions = new ActionTable(run);
        table(folder, "actions.csv", ActionTable.HEADER, actions::write);
        try (OutputStream out = Files.newOutputStream(folder.resolve("plan.json"))) {
            new PlanJson().write(run, out);
        }
        FxTables fx = new FxTables(run);
        table(folder, "fx_regime.csv", FxTables.REGIME_HEADER, fx::writeRegime);
        table(folder, "fx_segments.csv", fx.segmentHeader(), fx::writeSegments);
        AlikeTables alike = new AlikeTables(run);
        table(folder, "clusters.csv", AlikeTables.CLUSTER_HEADER, alike::writeClusters);
        table(folder, "cluster_profiles.csv", alike.profileHeader(), alike::writeProfiles);
        table(folder, "similar_segments.csv", AlikeTables.SIMILAR_HEADER, alike::writeSimilar);
        table(folder, "monitor.csv", MonitorTable.HEADER, new MonitorTable(run.monitor())::write);
        table(folder, "rejects.csv", RejectTable.HEADER, new RejectTable(run.ingest())::write);
        try (OutputStream out = Files.newOutputStream(folder.resolve(MANIFEST))) {
            new ManifestJson().write(run.manifest(), out);
        }
    }

    /** Writes the rows of one table. */
    interface Rows {
        void writeTo(CsvTable table);
    }

    private static void table(Path folder, String name, String[] header, Rows rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER);
                CsvTable table = new CsvTable(out, header)) {
            rows.writeTo(table);
        }
    }
}
