package io.segmentradar.core.run;

import static io.segmentradar.core.run.SampleSpec.label;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whole runs for tests of readers and stores: made up but consistent (totals add up over all levels), the same for the
 * same arguments. Every fifth segment has fewer than three customers.
 */
public final class RadarRuns {
    private RadarRuns() {}

    /** About 24 segments an industry, 25 months up to {@code asOf}. */
    public static RadarRun run(int industries, YearMonth asOf) {
        int months = 25 + Math.toIntExact(YearMonth.of(2024, 12).until(asOf, ChronoUnit.MONTHS));
        RadarSpec spec = spec();
        SegmentPanel panel = SamplePanel.panel(industries, asOf, months);
        List<Alert> alerts = AlertReport.of(SampleAlerts.alerts(spec, panel)).raised();
        return new RadarRun(
                spec,
                manifest(spec, panel, industries),
                ingest(),
                panel,
                SampleForecasts.published(spec, panel),
                SampleForecasts.past(spec, panel),
                SampleForecasts.accuracy(),
                SampleAlerts.report(alerts),
                alerts.stream().map(SampleAlerts::attribution).toList(),
                SampleActions.report(panel),
                RadarMonitors.report(),
                SampleInsights.alike(panel),
                SampleInsights.fx(panel),
                List.of(usdKrw()));
    }

    public static RadarRun run() {
        return run(3, YearMonth.of(2024, 12));
    }

    public static RadarSpec spec() {
        return SampleSpec.spec();
    }

    private static MonthlySeries usdKrw() {
        NavigableMap<YearMonth, Double> values = new TreeMap<>();
        for (int m = 0; m < 60; m++) {
            values.put(YearMonth.of(2020, 7).plusMonths(m), 1200 + 3.0 * m);
        }
        return new MonthlySeries("usdkrw", label("원/달러 환율", "USD/KRW"), values, 0);
    }

    private static IngestReport ingest() {
        return new IngestReport(
                List.of(new IngestReport.InputFile("bank.csv", "a".repeat(64), "MS949", 1_000, 500, 1)),
                List.of(new IngestReport.Reject("bank.csv", 7, "deposits", "abc", "not a number")),
                List.of("사업장_시군구"));
    }

    private static RunManifest manifest(RadarSpec spec, SegmentPanel panel, int industries) {
        YearMonth asOf = panel.months().last();
        return new RunManifest(
                asOf + "-fixture" + industries,
                asOf,
                Instant.parse("2025-01-05T03:00:00Z"),
                new RunManifest.Versions("1.0.0", "17", "4.3.0", "Linux", "amd64"),
                spec.name(),
                spec.sha256(),
                ingest().files(),
                panel.segments(),
                panel.months().count(),
                42,
                2,
                Map.of(RunProgress.Stage.INGEST, 1.5),
                Optional.empty(),
                List.of(),
                0.1,
                7,
                List.of(new RunManifest.Series("usdkrw", 0, "b".repeat(64))));
    }
}
