package io.segmentradar.models.alert;

import io.segmentradar.core.panel.PanelColumn;

/** What the same months of the year have brought a figure before. */
final class SeasonalMove {
    private static final int YEAR = 12;
    private static final int YEARS = 3;
    /** One year may be chance. */
    private static final int MIN_YEARS = 2;

    private SeasonalMove() {}

    /**
     * The factor by which a figure moves at this time of the year: the smallest move of the last three years, if at least
     * two are known and all went the same way; 1 otherwise.
     *
     * @param from month from which to look ahead, as an index of the panel
     */
    static double of(PanelColumn column, int node, int from, int ahead) {
        double least = Double.NaN;
        int years = 0;
        for (int start = from - YEAR; start >= 0 && start >= from - YEARS * YEAR; start -= YEAR) {
            double before = column.orNaN(node, start);
            double after = column.orNaN(node, start + ahead);
            if (!(before > 0 && after > 0)) {
                return 1;
            }
            double move = Math.log(after / before);
            if (years > 0 && move * least <= 0) {
                return 1;
            }
            least = years == 0 || Math.abs(move) < Math.abs(least) ? move : least;
            years++;
        }
        return years < MIN_YEARS ? 1 : Math.exp(least);
    }
}
