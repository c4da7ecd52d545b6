package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.AlertSelection;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Counts over the replications of one trial. */
final class Tally {
    private static final double NORMAL_95 = 1.96;

    private final String trial;
    private final String selection;
    private final double size;
    private int replications;
    private long planted;
    private long found;
    private long asTurns;
    private long falseAlerts;
    private long ownAlerts;
    private double rateSum;
    /** By month: replications, and the sum of their rates. */
    private final Map<YearMonth, double[]> rates = new HashMap<>();

    private double strictSum;
    private double delay;
    private double segmentMonths;

    Tally(String trial, AlertSelection selection, double size) {
        this.trial = trial;
        this.selection = named(selection);
        this.size = size;
    }

    private static String named(AlertSelection selection) {
        if (selection instanceof AlertSelection.RelativeBudget budget) {
            return "budget " + budget.perHundred() + " per 100";
        }
        return selection instanceof AlertSelection.Budget budget
                ? "budget " + budget.alerts()
                : "fdr " + ((AlertSelection.FalseDiscoveryRate) selection).rate();
    }

    void found(int monthsLate) {
        found++;
        delay += monthsLate;
    }

    /** Events that were raised as a turned trend in one of their months, whatever else was raised of them. */
    void foundAsTurns(int events) {
        asTurns += events;
    }

    void planted(int events) {
        planted += events;
    }

    /** Alerts of one family: of planted events, of nothing, and of the panel's own unlabelled events. */
    void family(YearMonth month, int hits, int noise, int own, double segments) {
        replications++;
        falseAlerts += noise;
        ownAlerts += own;
        segmentMonths += segments;
        double rate = hits + noise == 0 ? 0 : (double) noise / (hits + noise);
        rateSum += rate;
        double[] ofMonth = rates.computeIfAbsent(month, m -> new double[2]);
        ofMonth[0]++;
        ofMonth[1] += rate;
        strictSum += hits + noise + own == 0 ? 0 : (double) (noise + own) / (hits + noise + own);
    }

    QualityRow row() {
        double rate = rateSum / replications;
        double centre = (found + NORMAL_95 * NORMAL_95 / 2) / (planted + NORMAL_95 * NORMAL_95);
        double share = planted == 0 ? 0 : (double) found / planted;
        double half = NORMAL_95
                * Math.sqrt(planted * share * (1 - share) + NORMAL_95 * NORMAL_95 / 4)
                / (planted + NORMAL_95 * NORMAL_95);
        return new QualityRow(
                trial,
                selection,
                size,
                replications,
                planted,
                found,
                asTurns,
                planted == 0 ? Double.NaN : Math.max(0, centre - half),
                planted == 0 ? Double.NaN : Math.min(1, centre + half),
                falseAlerts,
                ownAlerts,
                rate,
                rateError(rate),
                strictSum / replications,
                100 * falseAlerts / segmentMonths,
                100 * (falseAlerts + ownAlerts) / segmentMonths,
                found == 0 ? Double.NaN : delay / found);
    }

    /**
     * Standard error of the mean rate, clustered by month (Liang and Zeger 1986): replications that review the same month
     * share what happened in it by itself.
     */
    private double rateError(double rate) {
        double squares = 0;
        for (double[] ofMonth : rates.values()) {
            double deviation = ofMonth[1] - ofMonth[0] * rate;
            squares += deviation * deviation;
        }
        int months = rates.size();
        return months < 2 ? Double.NaN : Math.sqrt(squares * months / (months - 1)) / replications;
    }
}
