package io.segmentradar.core.driver;

import java.util.List;

/**
 * The causes of one alert.
 *
 * @param drivers grouped by kind, within a kind by falling size
 */
public record DriverAttribution(String alertId, List<Driver> drivers) {
    public DriverAttribution {
        drivers = List.copyOf(drivers);
    }

    public double sum(DriverKind... kinds) {
        List<DriverKind> wanted = List.of(kinds);
        return drivers.stream()
                .filter(driver -> wanted.contains(driver.kind()))
                .mapToDouble(Driver::contribution)
                .sum();
    }
}
