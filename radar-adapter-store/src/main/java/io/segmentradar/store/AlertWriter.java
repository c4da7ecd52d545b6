package io.segmentradar.store;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.run.RadarRun;
import java.util.List;

/** Writes the alerts of one run and what they are made of. */
final class AlertWriter {
    private final RadarRun run;
    private final String runId;
    private final RunWriter.Filler filler;

    AlertWriter(RadarRun run, RunWriter.Filler filler) {
        this.run = run;
        this.runId = run.manifest().runId();
        this.filler = filler;
    }

    void write() {
        filler.fill(
                "alert",
                List.of(
                        "run_id",
                        "alert_id",
                        "position",
                        "level",
                        "segment_id",
                        "kpi",
                        "ym",
                        "alert_type",
                        "severity",
                        "actual",
                        "expected",
                        "lower_90",
                        "upper_90",
                        "residual",
                        "surprise",
                        "impact",
                        "parent_id",
                        "age_months",
                        "body",
                        "drivers"),
                sink -> {
                    for (int i = 0; i < run.alerts().size(); i++) {
                        Alert alert = run.alerts().get(i);
                        sink.add(
                                runId,
                                alert.id(),
                                i + 1,
                                alert.level(),
                                alert.segment().value(),
                                alert.kpi(),
                                alert.month().toString(),
                                alert.type().name(),
                                alert.severity().name(),
                                alert.actual(),
                                alert.expected(),
                                alert.lower(),
                                alert.upper(),
                                alert.residual(),
                                alert.surprise(),
                                alert.impact(),
                                alert.standing().parentId(),
                                alert.ageMonths(),
                                DomainJson.write(alert),
                                DomainJson.write(run.drivers().get(i)));
                    }
                });
        filler.fill(
                "alert_driver",
                List.of("run_id", "alert_id", "position", "kind", "driver", "label_ko", "label_en", "contribution"),
                sink -> run.drivers().forEach(attribution -> writeDrivers(attribution, sink)));
    }

    private void writeDrivers(DriverAttribution attribution, RowSink sink) {
        int position = 0;
        for (Driver driver : attribution.drivers()) {
            sink.add(
                    runId,
                    attribution.alertId(),
                    ++position,
                    driver.kind().name(),
                    driver.id(),
                    driver.label().ko(),
                    driver.label().en(),
                    driver.contribution());
        }
    }
}
