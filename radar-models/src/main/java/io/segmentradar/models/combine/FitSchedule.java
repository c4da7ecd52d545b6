package io.segmentradar.models.combine;

import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.NotEnoughHistoryException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When models are trained and which origins are measured. Models are trained at the panel's last month for the published
 * forecast, and at regular months before that for the back-test and its calibration. A model trained at month f has seen
 * nothing after f and forecasts the origins from f until the next training. Months are positions on the panel's axis.
 *
 * @param fits months of training, ascending
 * @param firstEvaluated first origin of the back-test; earlier origins only serve to weigh and calibrate
 * @param step months between measured origins
 * @param lastOrigin the panel's last month; after the last training if models are used again
 */
public record FitSchedule(List<Integer> fits, int firstEvaluated, int step, int lastOrigin) {
    /** Fewest months of a panel that can be learned from. */
    public static final int MIN_MONTHS = 12;

    private static final int MIN_FIT = 5;
    private static final int MAX_FITS = 6;

    public FitSchedule {
        fits = List.copyOf(fits);
    }

    /**
     * The schedule of a training.
     *
     * @throws NotEnoughHistoryException if there are fewer than {@value #MIN_MONTHS} months
     */
    public static FitSchedule of(MonthAxis months, BacktestPlan plan) {
        int last = last(months);
        // Trained once before the first measured origin, and earlier at the same distance for weights and calibration.
        int every = plan.refitEvery() == 0 ? plan.span() : plan.refitEvery();
        int most = Math.max(MAX_FITS, plan.span() / every + 2);
        List<Integer> fits = new ArrayList<>();
        for (int fit = last; fit >= MIN_FIT && fits.size() < most; fit -= every) {
            fits.add(fit);
        }
        Collections.reverse(fits);
        return of(fits, plan, last);
    }

    /**
     * The schedule under which trained models forecast this panel, which may go on after their training.
     *
     * @throws ModelsRefusedException if the models have seen months after the panel's last or none of its months
     */
    public static FitSchedule reusing(MonthAxis months, BacktestPlan plan, ModelArchive archive) {
        int last = last(months);
        YearMonth trainedTo = archive.provenance().trainedTo();
        if (trainedTo.isAfter(months.last())) {
            throw new ModelsRefusedException("The models were trained to " + trainedTo + ", the input ends "
                    + months.last() + ": they would know the future. Train anew, or use models trained by then.");
        }
        List<Integer> fits = archive.trainings().stream()
                .filter(months::contains)
                .map(months::indexOf)
                .filter(fit -> fit >= MIN_FIT)
                .toList();
        if (fits.isEmpty() || fits.get(0) >= last) {
            throw new ModelsRefusedException("The models were trained at " + archive.trainings()
                    + ", of which the input ("
                    + months.first() + " to " + months.last() + ") holds no month between its sixth and its last but"
                    + " one. Train anew.");
        }
        return of(fits, plan, last);
    }

    private static int last(MonthAxis months) {
        if (months.count() < MIN_MONTHS) {
            throw new NotEnoughHistoryException(months, MIN_MONTHS);
        }
        return months.count() - 1;
    }

    private static FitSchedule of(List<Integer> fits, BacktestPlan plan, int last) {
        int second = fits.size() > 2 ? fits.get(1) : fits.get(0);
        int evaluated = Math.min(Math.max(last - plan.span(), second), last - 1);
        // Measured origins are whole steps before the panel's last month.
        int first = last - (last - evaluated) / plan.step() * plan.step();
        return new FitSchedule(fits, first == last ? evaluated : first, plan.step(), last);
    }

    public int firstOrigin() {
        return fits.get(0);
    }

    /** How many origins are measured one month ahead; fewer than planned where the panel is too short. */
    public int evaluatedOrigins() {
        return (lastOrigin - firstEvaluated + step - 1) / step;
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
        return fit == fits.size() - 1 ? lastOrigin : fits.get(fit + 1) - 1;
    }
}
