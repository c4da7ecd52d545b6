package io.segmentradar.models.combine;

import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.NotEnoughHistoryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When models are trained: at the panel's last month for the published forecast, and every {@value #EVERY} months before
 * that for the back-test and its calibration. A model trained at month f has seen nothing after f and forecasts the
 * origins from f until the next training.
 *
 * @param fits months of training, ascending; the last is the panel's last month
 * @param firstEvaluated first origin of the back-test; earlier origins only serve to weigh and calibrate
 */
public record FitSchedule(List<Integer> fits, int firstEvaluated) {
    /** Months between trainings. */
    public static final int EVERY = 6;

    /** Origins of the back-test. */
    public static final int EVALUATED = 12;

    /** Fewest months of a panel that can be learned from. */
    public static final int MIN_MONTHS = 12;

    private static final int MIN_FIT = 5;
    private static final int MAX_FITS = 6;

    public FitSchedule {
        fits = List.copyOf(fits);
    }

    /**
     * @throws NotEnoughHistoryException if there are fewer than {@value #MIN_MONTHS} months
     */
    public static FitSchedule of(MonthAxis months) {
        int last = months.count() - 1;
        if (months.count() < MIN_MONTHS) {
            throw new NotEnoughHistoryException(months, MIN_MONTHS);
        }
        List<Integer> fits = new ArrayList<>();
        for (int fit = last; fit >= MIN_FIT && fits.size() < MAX_FITS; fit -= EVERY) {
            fits.add(fit);
        }
        Collections.reverse(fits);
        int evaluated = Math.max(last - EVALUATED, fits.get(0) + (fits.size() > 2 ? EVERY : 0));
        return new FitSchedule(fits, Math.min(evaluated, last - 1));
    }

    public int firstOrigin() {
        return fits.get(0);
    }

    public int lastOrigin() {
        return fits.get(fits.size() - 1);
    }

    /** Number of the training whose models forecast {@code origin}. */
    public int fitOf(int origin) {
        int fit = fits.size() - 1;
        while (fits.get(fit) > origin) {
            fit--;
        }
        return fit;
    }

    /** Last origin forecast by training number {@code fit}. */
    public int lastOriginOf(int fit) {
        return fit == fits.size() - 1 ? lastOrigin() : fits.get(fit + 1) - 1;
    }
}
