package io.segmentradar.cli.files;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.LevelAdjustment;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.features.csv.CsvTable;

/**
 * {@code forecasts.csv}, {@code forecasts_levels.csv} (the nodes above segments), {@code backtest.csv},
 * {@code covariates.csv} and {@code reconciliation.csv}.
 */
final class ForecastTables {
    static final String[] HEADER = {
        "segment_id",
        "kpi",
        "origin",
        "horizon",
        "target_month",
        "point",
        "lower",
        "upper",
        "level",
        "model",
        "lower_80",
        "upper_80",
        "hierarchy_level"
    };
    static final String[] BACKTEST_HEADER = {
        "kpi",
        "horizon",
        "model",
        "n",
        "wape",
        "mase",
        "bias",
        "coverage",
        "mean_width",
        "r2_log",
        "hierarchy_level",
        "size_class",
        "rmsse",
        "r2_money",
        "coverage_80",
        "interval_score",
        "pinball",
        "skill",
        "dm_p_value"
    };

    static final String[] RECONCILIATION_HEADER = {
        "kpi", "horizon", "hierarchy_level", "n", "adjustment", "gap_before", "coherence_error"
    };
    static final String[] COVARIATES_HEADER = {"kpi", "covariate", "used", "origins", "gain", "p_value"};

    private final RadarRun run;

    ForecastTables(RadarRun run) {
        this.run = run;
    }

    void writeSegments(CsvTable out) {
        for (ForecastTable table : run.published().tables()) {
            if (table.level().equals(SegmentHierarchy.SEGMENT)) {
                write(table, out);
            }
        }
    }

    void writeLevels(CsvTable out) {
        for (ForecastTable table : run.published().tables()) {
            if (!table.level().equals(SegmentHierarchy.SEGMENT)) {
                write(table, out);
            }
        }
    }

    private static void write(ForecastTable table, CsvTable out) {
        for (int node = 0; node < table.nodes().size(); node++) {
            if (table.has(node)) {
                Forecast forecast = table.forecast(node);
                out.text(forecast.segment())
                        .text(forecast.kpi())
                        .text(forecast.origin())
                        .number(forecast.horizon().months())
                        .text(forecast.targetMonth())
                        .number(forecast.point())
                        .number(forecast.interval90().lower())
                        .number(forecast.interval90().upper())
                        .number(forecast.interval90().level())
                        .text(forecast.model())
                        .number(forecast.interval80().lower())
                        .number(forecast.interval80().upper())
                        .text(forecast.level())
                        .end();
            }
        }
    }

    void writeBacktest(CsvTable out) {
        writeBacktest(run.accuracy(), out);
    }

    static void writeBacktest(AccuracyReport accuracy, CsvTable out) {
        for (AccuracyReport.Row row : accuracy.rows()) {
            out.text(row.kpi())
                    .number(row.horizon())
                    .text(row.model())
                    .number(row.n())
                    .number(row.wape())
                    .number(row.mase())
                    .number(row.bias())
                    .number(row.coverage90())
                    .number(row.meanWidth90())
                    .number(row.r2Log())
                    .text(row.level())
                    .text(row.sizeClass())
                    .number(row.rmsse())
                    .number(row.r2Money())
                    .number(row.coverage80())
                    .number(row.winkler90())
                    .number(row.pinball())
                    .number(row.skill())
                    .number(row.dieboldMariano())
                    .end();
        }
    }

    void writeCovariates(CsvTable out) {
        writeCovariates(run.accuracy(), out);
    }

    static void writeCovariates(AccuracyReport accuracy, CsvTable out) {
        for (CovariateVerdict verdict : accuracy.covariates()) {
            out.text(verdict.kpi())
                    .text(verdict.covariate())
                    .text(verdict.used() ? "yes" : "no")
                    .number(verdict.origins())
                    .number(verdict.gain())
                    .number(verdict.pValue())
                    .end();
        }
    }

    void writeReconciliation(CsvTable out) {
        writeReconciliation(run.accuracy(), out);
    }

    static void writeReconciliation(AccuracyReport accuracy, CsvTable out) {
        for (LevelAdjustment row : accuracy.adjustments()) {
            out.text(row.kpi())
                    .number(row.horizon())
                    .text(row.level())
                    .number(row.n())
                    .number(row.adjustment())
                    .number(row.gap())
                    .number(row.coherenceError())
                    .end();
        }
    }
}
