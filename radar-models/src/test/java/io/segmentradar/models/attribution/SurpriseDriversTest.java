package io.segmentradar.models.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.forecast.ForecastExplainer;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.models.alert.AlertScenes;
import io.segmentradar.models.alert.EarlyWarnings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurpriseDriversTest {
    private static final Label MOMENTUM = new Label("최근 흐름", "Recent momentum");
    private static final Label SEASON = new Label("계절성", "Seasonality");

    /** Says that two thirds of the way from 0.9 of the forecast came from momentum. */
    private static ForecastExplainer explainer(List<Alert> alerts) {
        return new ForecastExplainer() {
            @Override
            public List<Explanation> explain(List<Request> requests) {
                return java.util.stream.IntStream.range(0, requests.size())
                        .mapToObj(i -> {
                            double forecast = alerts.get(i).expected();
                            double last = 0.9 * forecast;
                            return new Explanation(
                                    requests.get(i),
                                    last,
                                    forecast,
                                    List.of(
                                            new Contribution("momentum", MOMENTUM, MOMENTUM, (forecast - last) * 2 / 3),
                                            new Contribution("season", SEASON, SEASON, (forecast - last) / 3)));
                        })
                        .toList();
            }

            @Override
            public void close() {
                // Owns nothing.
            }
        };
    }

    private static void assertSum(double expected, DriverAttribution causes, double size, DriverKind... kinds) {
        assertEquals(expected, causes.sum(kinds), 1e-6 * Math.max(1, size), List.of(kinds) + " of " + causes.alertId());
    }

    @Test
    void everyViewOfEveryAlertAddsUp() {
        Set<String> levels = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            AlertContext context = AlertScenes.context(
                    AlertScenes.panel(seed, 0.2, (i, p, m, value) -> i == 1 && m > 20 ? value * 0.6 : value),
                    AlertScenes.policy().with(new AlertSelection.Budget(200)));
            List<Alert> alerts = new EarlyWarnings().evaluate(context).raised();
            List<DriverAttribution> causes = new SurpriseDrivers().attribute(alerts, context, explainer(alerts));
            assertEquals(alerts.size(), causes.size());
            for (int i = 0; i < alerts.size(); i++) {
                Alert alert = alerts.get(i);
                double size = Math.abs(alert.actual()) + Math.abs(alert.expected());
                assertSum(alert.residual(), causes.get(i), size, DriverKind.COMPONENT);
                assertSum(alert.residual(), causes.get(i), size, DriverKind.VOLUME, DriverKind.RATE);
                assertSum(alert.residual(), causes.get(i), size, DriverKind.COMMON, DriverKind.OWN);
                assertSum(0.1 * alert.expected(), causes.get(i), size, DriverKind.MODEL);
                assertSum(0.1 * alert.expected(), causes.get(i), size, DriverKind.FEATURE);
                levels.add(alert.level());
            }
        }
        assertTrue(levels.size() >= 3, "levels seen: " + levels);
    }

    @Test
    void fallOfAWholeIndustryIsTheIndustrys() {
        AlertContext context = AlertScenes.context(
                AlertScenes.panel(11, 0.02, (i, p, m, value) -> i == 1 && m == 23 ? value * 0.7 : value),
                AlertScenes.policy().with(new AlertSelection.Budget(200)));
        List<Alert> alerts = new EarlyWarnings()
                .evaluate(context).raised().stream()
                        .filter(alert ->
                                alert.segment().equals(AlertScenes.key(1, 3).id()))
                        .toList();
        DriverAttribution causes = new SurpriseDrivers()
                .attribute(alerts, context, explainer(alerts))
                .get(0);
        double industry = causes.drivers().stream()
                .filter(driver -> driver.id().equals("industry"))
                .mapToDouble(Driver::contribution)
                .sum();
        assertTrue(
                industry / alerts.get(0).residual() > 0.7,
                industry + " of " + alerts.get(0).residual());
    }

    @Test
    void customersLostAndPoorerCustomersAreToldApart() {
        VolumeRate fewer = VolumeRate.of(800, 1000, 8, 10);
        assertEquals(-200, fewer.volume(), 1e-9);
        assertEquals(0, fewer.rate(), 1e-9);
        VolumeRate poorer = VolumeRate.of(800, 1000, 10, 10);
        assertEquals(0, poorer.volume(), 1e-9);
        assertEquals(-200, poorer.rate(), 1e-9);
        VolumeRate gone = VolumeRate.of(0, 1000, 0, 10);
        assertEquals(-1000, gone.volume(), 1e-9);
    }
}
