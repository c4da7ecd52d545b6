package io.segmentradar.models.season;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.features.calendar.CalendarMonth;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * What the days of a month do to a flow: five Saturdays instead of four, a festival that comes earlier than last year.
 * All series together, or a group of them, tell it by regression of monthly growth, without the mean of the same month in
 * all years, on the change of the days, equally relieved of its mean (trading-day regression; Young 1965). Known ahead for
 * every month.
 */
final class WeekdayEffect {
    private static final int YEAR = 12;
    private static final int ROUNDS = 4;

    /** Residuals beyond this many usual ones weigh less (Huber 1964). */
    private static final double CORNER = 1.3;

    private final double[][] days;
    private final double[][] change;
    private final int known;

    /**
     * @param known last month whose values may be looked at
     */
    WeekdayEffect(MonthAxis months, Holidays calendar, int known) {
        this.known = known;
        this.days = new double[months.count() + Horizon.MAX][];
        for (int m = 0; m < days.length; m++) {
            days[m] = days(CalendarMonth.of(months.at(m), calendar));
        }
        this.change = new double[known + 1][days[0].length];
        for (int j = 0; j < days[0].length; j++) {
            double[] column = new double[known + 1];
            for (int m = 0; m <= known; m++) {
                column[m] = days[m][j];
            }
            column = growth(column, 0, known);
            for (int m = 0; m <= known; m++) {
                change[m][j] = column[m];
            }
        }
    }

    /** Early, late and Saturday counts against Sundays, and the festivals. */
    private static double[] days(CalendarMonth month) {
        YearMonth days = month.month();
        double[] count = new double[DayOfWeek.values().length + 1];
        for (int day = 1; day <= days.lengthOfMonth(); day++) {
            count[days.atDay(day).getDayOfWeek().getValue()]++;
        }
        double sundays = count[7];
        return new double[] {
            (count[1] + count[2] + count[3]) / 3 - sundays,
            (count[4] + count[5]) / 2 - sundays,
            count[6] - sundays,
            month.seollalDays() + month.chuseokDays(),
            (month.daysBeforeSeollal() + month.daysBeforeChuseok()) / (double) CalendarMonth.SHOPPING_DAYS
        };
    }

    /** Monthly growth of {@code log[from .. to]} without the mean of its month over the years; 0 elsewhere. */
    static double[] growth(double[] log, int from, int to) {
        double[] growth = new double[log.length];
        double[] mean = new double[YEAR];
        int[] n = new int[YEAR];
        for (int t = from + 1; t <= to; t++) {
            growth[t] = log[t] - log[t - 1];
            mean[t % YEAR] += growth[t];
            n[t % YEAR]++;
        }
        for (int t = from + 1; t <= to; t++) {
            growth[t] -= mean[t % YEAR] / n[t % YEAR];
        }
        return growth;
    }

    int width() {
        return days[0].length;
    }

    /** What the days of a month add to the logarithm. */
    double at(double[] coefficients, int month) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * days[month][j];
        }
        return sum;
    }

    /**
     * Robust coefficients of these series, pulled towards prior ones.
     *
     * @param growths of each series, see {@link #growth}
     * @param from first month of each series
     * @param pull weight of the prior as a share of that of the data
     */
    double[] coefficients(double[][] growths, int[] from, double[] prior, double pull) {
        double[] usual = new double[growths.length];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = usual(growths[i], from[i]);
        }
        double[] coefficients = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            coefficients = solve(growths, from, usual, coefficients, prior, pull);
        }
        return coefficients;
    }

    private double usual(double[] growth, int from) {
        double[] sizes = new double[known - from];
        for (int t = from + 1; t <= known; t++) {
            sizes[t - from - 1] = Math.abs(growth[t]);
        }
        Arrays.sort(sizes);
        return 1.48 * sizes[sizes.length / 2] + 1e-4;
    }

    private double[] solve(double[][] growths, int[] from, double[] usual, double[] now, double[] prior, double pull) {
        int k = width();
        double[][] gram = new double[k][k];
        double[] moment = new double[k];
        for (int i = 0; i < growths.length; i++) {
            for (int t = from[i] + 1; t <= known; t++) {
                double[] x = change[t];
                double rest = growths[i][t] - dot(prior, x);
                double size = Math.abs(growths[i][t] - dot(now, x)) / usual[i];
                double w = 1 / (usual[i] * usual[i] * Math.max(1, size / CORNER));
                for (int j = 0; j < k; j++) {
                    moment[j] += w * x[j] * rest;
                    for (int l = 0; l < k; l++) {
                        gram[j][l] += w * x[j] * x[l];
                    }
                }
            }
        }
        double mean = 0;
        for (int j = 0; j < k; j++) {
            mean += gram[j][j] / k;
        }
        for (int j = 0; j < k; j++) {
            gram[j][j] += pull * mean + 1e-12;
        }
        double[] moved = new LUDecomposition(new Array2DRowRealMatrix(gram, false))
                .getSolver()
                .solve(new ArrayRealVector(moment, false))
                .toArray();
        for (int j = 0; j < k; j++) {
            moved[j] += prior[j];
        }
        return moved;
    }

    private static double dot(double[] one, double[] two) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * two[j];
        }
        return sum;
    }
}
