package io.segmentradar.models.attribution;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverAttributor;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.forecast.ForecastExplainer;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits each surprise, actual − expected, in three views that each add up to it: products, customers × amount per
 * customer, and market / industry / province / own. Beside them stands why the model had expected what it did, and how
 * much went with customers who are only absent.
 */
public final class SurpriseDrivers implements DriverAttributor {
    private static final Label MARKET = new Label("시장 요인", "Market");
    private static final Label OWN = new Label("자체 요인", "Own");

    @Override
    public List<DriverAttribution> attribute(List<Alert> alerts, AlertContext context, ForecastExplainer explainer) {
        Map<String, SegmentPanel> panels = new HashMap<>();
        Map<String, CommonParts> common = new HashMap<>();
        List<List<Driver>> expectation = new ModelDrivers(explainer).of(alerts);
        AbsentCustomers absent = new AbsentCustomers(context.panel());
        List<DriverAttribution> attributions = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            Alert alert = alerts.get(i);
            SegmentPanel panel = panels.computeIfAbsent(alert.level(), level -> rolledUp(context, level));
            NodeMonth at = NodeMonth.of(alert, panel, context.kpis().kpi(alert.kpi()));
            List<Driver> drivers = new ArrayList<>();
            drivers.addAll(products(at, context));
            drivers.addAll(surroundings(
                    alert,
                    common.computeIfAbsent(alert.kpi(), kpi -> new CommonParts(context, kpi)),
                    context.hierarchy()));
            drivers.addAll(expectation.get(i));
            drivers.addAll(absent.of(at));
            attributions.add(new DriverAttribution(alert.id(), sorted(drivers)));
        }
        return attributions;
    }

    private static SegmentPanel rolledUp(AlertContext context, String level) {
        return level.equals(SegmentHierarchy.SEGMENT)
                ? context.panel()
                : context.panel().rollUp(context.hierarchy().level(level));
    }

    private static List<Driver> products(NodeMonth at, AlertContext context) {
        double customers = at.customers(0);
        double expectedCustomers = VolumeRate.expectedCustomers(at);
        List<ComponentSplit.Component> components = ComponentSplit.of(at);
        List<Driver> drivers = new ArrayList<>();
        for (ComponentSplit.Component component : components) {
            String column = component.term().column();
            Label label = context.columnLabel(column);
            VolumeRate split = VolumeRate.of(component.actual(), component.expected(), customers, expectedCustomers);
            drivers.add(new Driver(DriverKind.COMPONENT, column, label, component.residual()));
            drivers.add(new Driver(
                    DriverKind.VOLUME,
                    column,
                    new Label(label.ko() + " 고객 수 효과", label.en() + ": number of customers"),
                    split.volume()));
            drivers.add(new Driver(
                    DriverKind.RATE,
                    column,
                    new Label(label.ko() + " 고객당 금액 효과", label.en() + ": amount per customer"),
                    split.rate()));
        }
        return drivers;
    }

    private static List<Driver> surroundings(Alert alert, CommonParts common, SegmentHierarchy hierarchy) {
        List<Driver> drivers = new ArrayList<>();
        double own = alert.residual();
        for (CommonParts.Part part : common.of(alert)) {
            drivers.add(new Driver(DriverKind.COMMON, part.level().id(), label(part.level(), hierarchy), part.money()));
            own -= part.money();
        }
        drivers.add(new Driver(DriverKind.OWN, "own", OWN, own));
        return drivers;
    }

    private static Label label(SegmentLevel level, SegmentHierarchy hierarchy) {
        if (level.dimensions().isEmpty()) {
            return MARKET;
        }
        Label dimension = hierarchy.dimensions().get(level.dimensions().get(0)).label();
        return new Label(dimension.ko() + " 요인", dimension.en());
    }

    private static List<Driver> sorted(List<Driver> drivers) {
        return drivers.stream()
                .sorted(Comparator.comparing(Driver::kind)
                        .thenComparing(Comparator.comparingDouble((Driver driver) -> Math.abs(driver.contribution()))
                                .reversed())
                        .thenComparing(Driver::id))
                .toList();
    }
}
