package io.segmentradar.models.attribution;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.forecast.ForecastExplainer;
import io.segmentradar.core.forecast.ForecastExplainer.Contribution;
import io.segmentradar.core.forecast.ForecastExplainer.Explanation;
import io.segmentradar.core.forecast.ForecastExplainer.Request;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Label;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why the forecast an alert is judged by was what it was, by banking driver and by feature, in money. */
final class ModelDrivers {
    private static final Label RECONCILED = new Label("상위 합계와의 정합", "Fit to the totals");
    private static final double NEGLIGIBLE = 1e-9;

    private final ForecastExplainer explainer;

    ModelDrivers(ForecastExplainer explainer) {
        this.explainer = explainer;
    }

    /** One list an alert, empty where the model cannot say. */
    List<List<Driver>> of(List<Alert> alerts) {
        List<Request> requests = alerts.stream().map(ModelDrivers::request).toList();
        List<Explanation> explanations = explainer.explain(requests);
        List<List<Driver>> drivers = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            drivers.add(drivers(alerts.get(i), explanations.get(i)));
        }
        return drivers;
    }

    /** Names the forecast that the alert compares with. */
    private static Request request(Alert alert) {
        YearMonth origin = switch (alert.type()) {
            case FORECAST_DROP, FORECAST_RISE -> alert.month();
            case LEVEL_SHIFT -> alert.standing().firstSeen().minusMonths(1);
            default -> alert.month().minusMonths(1);
        };
        long horizon = alert.type().looksAhead() ? Horizon.MAX : origin.until(alert.month(), ChronoUnit.MONTHS);
        return new Request(alert.level(), alert.segment(), alert.kpi(), origin, new Horizon(Math.toIntExact(horizon)));
    }

    private static List<Driver> drivers(Alert alert, Explanation explanation) {
        if (explanation.contributions().isEmpty()) {
            return List.of();
        }
        List<Driver> features = new ArrayList<>();
        Map<String, Label> labels = new LinkedHashMap<>();
        Map<String, Double> sums = new LinkedHashMap<>();
        double rest = alert.expected() - explanation.lastValue();
        for (Contribution contribution : explanation.contributions()) {
            labels.put(contribution.group(), contribution.groupLabel());
            sums.merge(contribution.group(), contribution.money(), Double::sum);
            String id = contribution.group() + "." + contribution.feature().en();
            features.add(new Driver(DriverKind.FEATURE, id, contribution.feature(), contribution.money()));
            rest -= contribution.money();
        }
        List<Driver> drivers = new ArrayList<>();
        sums.forEach((group, money) -> drivers.add(new Driver(DriverKind.MODEL, group, labels.get(group), money)));
        if (Math.abs(rest) > NEGLIGIBLE * Math.max(1, Math.abs(alert.expected()))) {
            drivers.add(new Driver(DriverKind.MODEL, "reconciliation", RECONCILED, rest));
            features.add(new Driver(DriverKind.FEATURE, "reconciliation", RECONCILED, rest));
        }
        drivers.addAll(features);
        return drivers;
    }
}
