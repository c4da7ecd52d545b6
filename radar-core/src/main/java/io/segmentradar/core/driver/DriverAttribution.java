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

    public DriverAttribution without(DriverKind kind) {
        return new DriverAttribution(
                alertId,
                drivers.stream().filter(driver -> driver.kind() != kind).toList());
    }

    public double sum(DriverKind... kinds) {
        List<DriverKind> wanted = List.of(kinds);
        return drivers.stream()
                .filter(driver -> wanted.contains(driver.kind()))
                .mapToDouble(Driver::contribution)
                .sum();
    }
}
