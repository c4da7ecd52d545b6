package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.panel.PanelColumn;

/**
 * Which figures are worth testing in a month, by what was known before it, and which outcomes are worth a word: those
 * that missed their forecast by the floor at least.
 */
final class Eligibility {
    /** Months over which a KPI's size before the month is looked at. */
    private static final int STAKE_MONTHS = 3;

    private final LevelView view;
    private final Errors errors;
    private final PanelColumn actual;
    private final double floor;
    private final int minCustomers;

    Eligibility(LevelView view, Errors errors, AlertPolicy policy) {
        this.view = view;
        this.errors = errors;
        this.actual = view.panel().column(errors.kpi().id());
        this.floor = policy.floor(view.id(), errors.kpi().id());
        this.minCustomers = policy.minCustomers();
    }

    double floor() {
        return floor;
    }

    /** True if the KPI has lately been worth at least the floor, and not just in the one segment of an aggregate. */
    boolean isWorthwhile(int node, int month) {
        return view.isOwnVoice(node) && stake(node, month) >= floor;
    }

    /** The largest amount of the last {@link #STAKE_MONTHS} months before the month, without sign. */
    private double stake(int node, int month) {
        double most = 0;
        for (int m = Math.max(0, month - STAKE_MONTHS); m < month; m++) {
            double size = Math.abs(actual.orNaN(node, m));
            most = Math.max(most, Double.isNaN(size) ? 0 : size);
        }
        return most;
    }

    /**
     * How many of its usual errors a node's KPI has to miss its forecast by to be worth a word in the month.
     *
     * @param usualError as growth
     */
    double errorsNeeded(int node, int month, double usualError) {
        return floor / (usualError * (stake(node, month) + errors.unit(node)));
    }

    boolean hasCustomers(int node, int month) {
        return view.customers(node, month - 1) >= minCustomers;
    }

    /** True if so much money is at stake in the month's error that a jump could be raised. */
    boolean isWorthAJump(int node, int month) {
        return Math.abs(errors.residual(node, month)) >= floor;
    }

    /** True if the errors of the last {@link Turns#MONTHS} months add up to enough money. */
    boolean isWorthATurn(int node, int month) {
        return Math.abs(path(node, month)) >= floor;
    }

    /** Sum of the last {@link Turns#MONTHS} errors, in money. */
    double path(int node, int month) {
        double path = 0;
        for (int m = month; m > month - Turns.MONTHS; m--) {
            path += errors.residual(node, m);
        }
        return path;
    }
}
