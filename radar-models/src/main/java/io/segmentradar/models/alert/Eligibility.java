package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.panel.PanelColumn;

/** Which figures are worth testing in a month, by what was known before it. */
final class Eligibility {
    /** Months over which a KPI's size before the month is looked at. */
    private static final int STAKE_MONTHS = 3;

    private final LevelView view;
    private final PanelColumn actual;
    private final double floor;
    private final int minCustomers;

    Eligibility(LevelView view, Errors errors, AlertPolicy policy) {
        this.view = view;
        this.actual = view.panel().column(errors.kpi().id());
        this.floor = policy.floor(view.id(), errors.kpi().id());
        this.minCustomers = policy.minCustomers();
    }

    double floor() {
        return floor;
    }

    /** True if the KPI has lately been worth at least the floor, and not just in the one segment of an aggregate. */
    boolean isWorthwhile(int node, int month) {
        if (!view.isOwnVoice(node)) {
            return false;
        }
        double most = 0;
        for (int m = Math.max(0, month - STAKE_MONTHS); m < month; m++) {
            double size = Math.abs(actual.orNaN(node, m));
            most = Math.max(most, Double.isNaN(size) ? 0 : size);
        }
        return most >= floor;
    }

    boolean hasCustomers(int node, int month) {
        return view.customers(node, month - 1) >= minCustomers;
    }
}
