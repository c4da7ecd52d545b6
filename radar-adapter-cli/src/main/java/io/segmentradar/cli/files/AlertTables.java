package io.segmentradar.cli.files;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.ClosedAlert;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Standing;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.alert.Watchlist;
import io.segmentradar.core.driver.AlertStory;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.view.RelatedMoves;
import io.segmentradar.features.csv.CsvTable;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code alerts.csv}, {@code drivers.csv}, {@code related.csv}, {@code watchlist.csv}, {@code suppressed.csv}, {@code closed.csv}. */
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
        "hierarchy_level",
        "false_share",
        "probability",
        "parent_id",
        "share_explained",
        "first_seen",
        "age_months",
        "worst_impact",
        "remarks",
        "reason_ko",
        "reason_en"
    };
    static final String[] SUPPRESSED_HEADER = {
        "guardrail", "segment_id", "kpi", "month", "type", "actual", "expected", "surprise", "impact", "hierarchy_level"
    };
    static final String[] WATCHLIST_HEADER = {
        "rank", "alert_id", "segment_id", "kpi", "expected_loss", "reason_ko", "reason_en", "displaced_alert_id"
    };
    static final String[] RELATED_HEADER = {"alert_id", "rank", "segment_id", "distance", "actual", "expected", "course"
    };
    static final String[] CLOSED_HEADER = {
        "alert_id",
        "segment_id",
        "kpi",
        "month",
        "type",
        "severity",
        "actual",
        "expected",
        "closed_in",
        "hierarchy_level"
    };
    static final String[] DRIVER_HEADER = {"alert_id", "rank", "kind", "driver", "label_ko", "label_en", "contribution"
    };

    private final RadarRun run;

    AlertTables(RadarRun run) {
        this.run = run;
    }

    void writeAlerts(CsvTable out) {
        RadarSpec spec = run.spec();
        AlertStory story = new AlertStory(spec.kpis(), spec.hierarchy(), spec.unit());
        for (int i = 0; i < run.alerts().size(); i++) {
            Alert alert = run.alerts().get(i);
            Standing standing = alert.standing();
            Label reason = story.of(alert, run.drivers().get(i));
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
                    .number(standing.falseShare())
                    .number(standing.probability())
                    .text(standing.parentId())
                    .number(standing.shareExplained())
                    .text(standing.firstSeen())
                    .number(alert.ageMonths())
                    .number(standing.worstImpact())
                    .text(standing.remarks().stream()
                            .sorted()
                            .map(Guardrail::name)
                            .collect(Collectors.joining(" ")))
                    .text(reason.ko())
                    .text(reason.en())
                    .end();
        }
    }

    void writeSuppressed(CsvTable out) {
        for (Suppression suppression : run.alertReport().suppressed()) {
            Alert alert = suppression.alert();
            out.text(suppression.guardrail())
                    .text(alert.segment())
                    .text(alert.kpi())
                    .text(alert.month())
                    .text(alert.type())
                    .number(alert.actual())
                    .number(alert.expected())
                    .number(alert.surprise())
                    .number(alert.impact())
                    .text(alert.level())
                    .end();
        }
    }

    /** Similar segments of each segment's alert, and whether they moved too. */
    void writeRelated(CsvTable out) {
        for (Alert alert : run.alerts()) {
            int rank = 0;
            for (RelatedMoves.Move move : RelatedMoves.of(run, alert)) {
                out.text(alert.id())
                        .number(++rank)
                        .text(move.segment())
                        .number(move.distance())
                        .number(move.actual().orElse(Double.NaN))
                        .number(move.expected().orElse(Double.NaN))
                        .text(move.course())
                        .end();
            }
        }
    }

    void writeClosed(CsvTable out) {
        for (ClosedAlert closed : run.alertReport().closed()) {
            Alert alert = closed.alert();
            out.text(alert.id())
                    .text(alert.segment())
                    .text(alert.kpi())
                    .text(alert.month())
                    .text(alert.type())
                    .text(alert.severity())
                    .number(alert.actual())
                    .number(alert.expected())
                    .text(closed.closedIn())
                    .text(alert.level())
                    .end();
        }
    }

    void writeWatchlist(CsvTable out) {
        for (Watchlist.Entry entry : run.alertReport().watchlist().entries()) {
            out.number(entry.rank())
                    .text(entry.alert().id())
                    .text(entry.alert().segment())
                    .text(entry.alert().kpi())
                    .number(entry.expectedLoss())
                    .text(entry.reason().ko())
                    .text(entry.reason().en())
                    .text(entry.displaced())
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
