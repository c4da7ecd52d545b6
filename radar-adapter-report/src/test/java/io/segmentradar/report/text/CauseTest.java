package io.segmentradar.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.view.AlertRow;
import io.segmentradar.report.SampleRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final Alert DROP = SampleRun.create().alerts().get(0);

    private static Driver driver(DriverKind kind, String id, double contribution) {
        return new Driver(kind, id, new Label(id, id), contribution);
    }

    private static Optional<String> cause(AlertType type, Driver... drivers) {
        Alert alert = new Alert(
                DROP.id(),
                DROP.level(),
                DROP.segment(),
                DROP.kpi(),
                DROP.month(),
                type,
                DROP.severity(),
                90,
                100,
                95,
                105,
                0.001,
                10);
        AlertRow row = new AlertRow(1, alert, new DriverAttribution(alert.id(), List.of(drivers)), false);
        return Cause.of(row).map(Driver::id);
    }

    @Test
    void isTheLargestEffectInTheDirectionOfTheSurprise() {
        assertEquals(
                Optional.of("fewer"),
                cause(
                        AlertType.DROP,
                        driver(DriverKind.COMPONENT, "all", -10),
                        driver(DriverKind.VOLUME, "fewer", -7),
                        driver(DriverKind.VOLUME, "more", 12),
                        driver(DriverKind.RATE, "less each", -6)));
        assertEquals(Optional.of("all"), cause(AlertType.DROP, driver(DriverKind.COMPONENT, "all", -10)));
        assertEquals(Optional.empty(), cause(AlertType.DROP));
    }

    @Test
    void ofAnAlertAheadComesFromTheForecast() {
        assertEquals(
                Optional.of("trend"),
                cause(
                        AlertType.FORECAST_DROP,
                        driver(DriverKind.RATE, "less each", -6),
                        driver(DriverKind.MODEL, "combination", -20),
                        driver(DriverKind.MODEL, "trend", -5),
                        driver(DriverKind.MODEL, "season", 3)));
    }
}
