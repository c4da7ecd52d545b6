package io.segmentradar.features.spec;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.Watchlist;
import io.segmentradar.core.names.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a bank wants to hear: {@code alerts}. */
final class PolicyReader {
    private static final double INFLECTION_LEVEL = 0.05;
    private static final double FORECAST_CHANGE = 0.2;
    private static final double FORECAST_PROBABILITY = 0.5;

    private PolicyReader() {}

    /**
     * @param kpis ids of the KPIs that may have a floor
     * @param levels ids of the levels at which a KPI may have a floor of its own
     */
    static AlertPolicy alerts(SpecSection top, List<String> kpis, List<String> levels) {
        List<AlertPolicy> policies = new ArrayList<>();
        SpecSection.read(top.node("alerts"), top.problems(), s -> {
            Map<String, Double> floors = s.numbers("floors", "of at least 0", n -> n >= 0);
            floors.keySet().forEach(name -> requireKnown(s, name, kpis, levels));
            policies.add(new AlertPolicy(
                    floors,
                    share(s, "inflection_level", INFLECTION_LEVEL),
                    selection(s),
                    (int) whole(s, "min_customers", 1),
                    share(s, "forecast_change", FORECAST_CHANGE),
                    share(s, "forecast_probability", FORECAST_PROBABILITY),
                    new Watchlist.Limits(
                            (int) whole(s, "watchlist_size", Watchlist.Limits.USUAL.size()),
                            (int) whole(s, "watchlist_per_group", Watchlist.Limits.USUAL.perGroup()),
                            (int) whole(s, "watchlist_per_kpi", Watchlist.Limits.USUAL.perKpi()))));
        });
        return policies.get(0);
    }

    private static void requireKnown(SpecSection alerts, String name, List<String> kpis, List<String> levels) {
        int dot = name.indexOf('.');
        String kpi = name.substring(dot + 1);
        if (!kpis.contains(kpi)) {
            alerts.problems().add(alerts.node("floors"), unknown("KPI", kpi, kpis));
        }
        if (dot >= 0 && !levels.contains(name.substring(0, dot))) {
            alerts.problems().add(alerts.node("floors"), unknown("level", name.substring(0, dot), levels));
        }
    }

    private static String unknown(String what, String name, List<String> known) {
        return "there is no " + what + " '" + name + "'" + NearestNames.hint(name, known) + "; known: "
                + String.join(", ", known);
    }

    private static double share(SpecSection s, String key, double otherwise) {
        return s.number(key, otherwise, "between 0 and 1", n -> n > 0 && n < 1);
    }

    private static double whole(SpecSection s, String key, double otherwise) {
        return s.number(key, otherwise, "that is whole and at least 1", n -> n >= 1 && n <= 1e6 && n == Math.rint(n));
    }

    /** A rate counts before a budget, a number before one that follows the size of the bank. */
    private static AlertSelection selection(SpecSection s) {
        double rate = s.number("fdr", 0, "between 0 and 1", n -> n > 0 && n < 1);
        double budget = whole(s, "budget", 0);
        double perHundred = s.number("budget_per_100_segments", 0, "above 0", n -> n > 0);
        if (rate > 0) {
            return new AlertSelection.FalseDiscoveryRate(rate, AlertSelection.Dependence.POSITIVE);
        }
        if (budget > 0) {
            return new AlertSelection.Budget((int) budget);
        }
        return perHundred > 0 ? new AlertSelection.RelativeBudget(perHundred) : AlertPolicy.USUAL_SELECTION;
    }
}
