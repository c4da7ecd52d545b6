package io.segmentradar.cli.files;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.features.csv.CsvTable;
import java.util.Locale;

/** {@code alerts.csv} and {@code drivers.csv}. */
final class AlertTables {
    static final String[] HEADER = {
        "alert_id",
        "segment_id",
        "kpi",
        "month",
        "type",
        "severity",
        "actual",
        "expected",
        "lower",
        "upper",
        "residual",
        "surprise",
        "impact",
        "hierarchy_level"
    };
    static final String[] DRIVER_HEADER = {"alert_id", "rank", "kind", "driver", "label_ko", "label_en", "contribution"
    };

    private final RadarRun run;

    AlertTables(RadarRun run) {
        this.run = run;
    }

    void writeAlerts(CsvTable out) {
        for (Alert alert : run.alerts()) {
            out.text(alert.id())
                    .text(alert.segment())
                    .text(alert.kpi())
                    .text(alert.month())
                    .text(alert.type())
                    .text(alert.severity())
                    .number(alert.actual())
                    .number(alert.expected())
                    .number(alert.lower())
                    .number(alert.upper())
                    .number(alert.residual())
                    .number(alert.surprise())
                    .number(alert.impact())
                    .text(alert.level())
                    .end();
        }
    }

    void writeDrivers(CsvTable out) {
        for (DriverAttribution attribution : run.drivers()) {
            DriverKind kind = null;
            int rank = 0;
            for (Driver driver : attribution.drivers()) {
                rank = driver.kind() == kind ? rank + 1 : 1;
                kind = driver.kind();
                out.text(attribution.alertId())
                        .number(rank)
                        .text(kind.name().toLowerCase(Locale.ROOT))
                        .text(driver.id())
                        .text(driver.label().ko())
                        .text(driver.label().en())
                        .number(driver.contribution())
                        .end();
            }
        }
    }
}
