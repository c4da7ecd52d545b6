package io.segmentradar.core.run;

import static io.segmentradar.core.run.SampleSpec.label;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.ClosedAlert;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.alert.Watchlist;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Alerts, what became of some, and what explains them. */
final class SampleAlerts {
    private SampleAlerts() {}

    static List<Alert> alerts(RadarSpec spec, SegmentPanel panel) {
        List<Alert> alerts = new ArrayList<>();
        int last = panel.months().count() - 1;
        for (int s = 0; s < panel.segments(); s += 3) {
            double actual = panel.column("deposits").value(s, last);
            boolean drop = s % 2 == 0;
            double expected = actual * (drop ? 1.5 : 0.6);
            alerts.add(alert("segment", panel, s, drop, actual, expected, s));
        }
        SegmentPanel industry = panel.rollUp(spec.hierarchy().level("industry"));
        double actual = industry.column("deposits").value(0, last);
        alerts.add(alert("industry", industry, 0, true, actual, actual * 1.2, 0));
        return alerts;
    }

    private static Alert alert(
            String level, SegmentPanel panel, int row, boolean drop, double actual, double expected, int order) {
        YearMonth asOf = panel.months().last();
        SegmentId segment = panel.index().id(row);
        AlertType type = drop ? AlertType.DROP : AlertType.SPIKE;
        return new Alert(
                asOf + ":" + level + ":" + segment + ":deposits:" + type,
                level,
                segment,
                "deposits",
                asOf,
                type,
                Severity.values()[order % 4],
                actual,
                expected,
                expected * 0.9,
                expected * 1.1,
                0.001,
                Math.abs(actual - expected));
    }

    /** The alerts, one that was held back, one that is over, and a watch-list of the first. */
    static AlertReport report(List<Alert> alerts) {
        Alert first = alerts.get(0);
        Watchlist.Entry place =
                new Watchlist.Entry(1, first, first.expectedLoss(), label("가장 큰 손실", "largest loss"), "");
        return new AlertReport(
                alerts,
                List.of(new Suppression(alerts.get(1), Guardrail.COLD_START)),
                List.of(new ClosedAlert(alerts.get(2), first.month())),
                new Watchlist(List.of(place)));
    }

    static DriverAttribution attribution(Alert alert) {
        double residual = alert.residual();
        return new DriverAttribution(
                alert.id(),
                List.of(
                        new Driver(DriverKind.COMPONENT, "amount_0", label("요구불예금", "Demand deposits"), residual * 0.7),
                        new Driver(DriverKind.COMPONENT, "amount_1", label("거치식예금", "Term deposits"), residual * 0.3),
                        new Driver(DriverKind.VOLUME, "customers", label("고객 수 효과", "Volume effect"), residual * 0.4),
                        new Driver(DriverKind.RATE, "rate", label("고객당 금액 효과", "Rate effect"), residual * 0.6)));
    }
}
