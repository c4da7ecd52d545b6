package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.SegmentPanels;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three years of a figure that is high for three months of every year and low for the others. */
class SeasonAheadTest {
    private static final int MONTHS = 36;
    private static final SegmentId SEASONAL = AlertScenes.key(0, 0).id();
    private static final SegmentId STEADY = AlertScenes.key(1, 1).id();

    /** Both stand at 1,000 and are expected at {@code ahead} three months later; only one falls so every year. */
    private static AlertReport report(double ahead) {
        double[] seasonal = new double[MONTHS];
        double[] steady = new double[MONTHS];
        for (int m = 0; m < MONTHS; m++) {
            seasonal[m] = m % 12 >= 9 ? 1000 : 600;
            steady[m] = 1000 + m % 2;
        }
        SegmentPanels panels = SegmentPanels.monthly(MONTHS);
        double[] customers = new double[MONTHS];
        Arrays.fill(customers, 10);
        for (int i = 0; i < 2; i++) {
            double[] deposits = i == 0 ? seasonal : steady;
            panels.with(AlertScenes.key(i, i), SegmentPanel.CUSTOMER_COUNT, customers)
                    .with(AlertScenes.key(i, i), "demand", deposits)
                    .with(AlertScenes.key(i, i), "term", new double[MONTHS])
                    .with(AlertScenes.key(i, i), "deposits", deposits);
        }
        SegmentPanel panel = panels.build();
        ForecastSet published = new ForecastSet(List.of(table(panel, ahead)));
        AlertContext context = new AlertContext(
                panel,
                AlertScenes.hierarchy(),
                new KpiCatalog(List.of(AlertScenes.DEPOSITS), List.of()),
                new ForecastSet(List.of()),
                published,
                AlertScenes.policy());
        return new EarlyWarnings().evaluate(context);
    }

    private static ForecastTable table(SegmentPanel panel, double ahead) {
        int quantiles = ForecastTable.QUANTILES.size();
        double[] values = new double[2 * quantiles];
        for (int i = 0; i < values.length; i++) {
            values[i] = ahead + 10 * (ForecastTable.QUANTILES.get(i % quantiles) - 0.5);
        }
        return new ForecastTable(
                SegmentHierarchy.SEGMENT,
                panel.index(),
                "deposits",
                panel.months().last(),
                new Horizon(Horizon.MAX),
                new double[] {ahead, ahead},
                new double[] {10, 10},
                values,
                new String[] {"combination", "combination"});
    }

    private static List<SegmentId> warned(AlertReport report) {
        return report.raised().stream()
                .filter(alert -> alert.type() == AlertType.FORECAST_DROP)
                .map(Alert::segment)
                .toList();
    }

    @Test
    void fallThatComesEveryYearIsNoWarningAndItsReasonIsKept() {
        AlertReport report = report(600);

        assertEquals(List.of(STEADY), warned(report));
        Suppression held = report.suppressed().stream()
                .filter(suppression -> suppression.guardrail() == Guardrail.SEASON)
                .findFirst()
                .orElseThrow();
        assertEquals(SEASONAL, held.alert().segment());
    }

    @Test
    void fallBeyondThatOfEveryYearIsWarnedOf() {
        AlertReport report = report(400);

        assertTrue(warned(report).contains(SEASONAL));
        Alert seasonal = report.raised().stream()
                .filter(alert -> alert.segment().equals(SEASONAL))
                .findFirst()
                .orElseThrow();
        assertEquals(200, seasonal.impact(), 1e-9);
    }
}
