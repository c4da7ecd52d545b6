package io.segmentradar.models.alert.quality;

/**
 * How good the alerts were in one kind of trial.
 *
 * @param trial what was planted: {@code null}, {@code one_month}, {@code lasting}, {@code inflection}, {@code events}
 * @param selection how many alerts were raised, such as {@code budget 50} or {@code fdr 0.1}
 * @param size of what was planted, in the series' own forecast errors; 0 where that does not apply
 * @param replications altered panels, or months for real events
 * @param planted events there were to find
 * @param found of them, by any alert
 * @param foundAsTurns of them, as turned trends
 * @param recallLow lower end of the 95 % interval of the recall (Wilson 1927)
 * @param falseAlerts alerts on figures where nothing was planted and the untouched panel raises none
 * @param ownAlerts alerts that the untouched panel raises too: its own, unlabelled events
 * @param falseDiscoveryRate mean over replications of the share of {@code falseAlerts} among all but own alerts
 * @param falseDiscoveryError standard error of that mean, clustered by month; NaN for a single month
 * @param strictRate the same with own alerts counted as false
 * @param falsePer100 false alerts per hundred segment-months
 * @param strictPer100 the same with own alerts counted as false
 * @param monthsToDetection mean of the found, 0 for found in the first month; NaN when none was found
 */
public record QualityRow(
        String trial,
        String selection,
        double size,
        int replications,
        long planted,
        long found,
        long foundAsTurns,
        double recallLow,
        double recallHigh,
        long falseAlerts,
        long ownAlerts,
        double falseDiscoveryRate,
        double falseDiscoveryError,
        double strictRate,
        double falsePer100,
        double strictPer100,
        double monthsToDetection) {
    public double recall() {
        return planted == 0 ? Double.NaN : (double) found / planted;
    }

    /** Share of the alerts, own ones left out, that were planted. */
    public double precision() {
        long alerts = found + falseAlerts;
        return alerts == 0 ? Double.NaN : (double) found / alerts;
    }

    public double f1() {
        double p = precision();
        double r = recall();
        return p + r > 0 ? 2 * p * r / (p + r) : Double.NaN;
    }
}
