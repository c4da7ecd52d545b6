package io.segmentradar.core.fx;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * State of an exchange rate (domestic currency per foreign unit, such as USD/KRW) as known at the end of a month. Later
 * months never change it.
 *
 * @param month latest month of the rate that was known
 * @param rate monthly average in that month
 * @param deviation rate / mean of the last {@link #WINDOW} months − 1
 * @param spread standard deviation of the last {@link #WINDOW} monthly log changes
 * @param trend from the deviation: beyond ±{@link #TREND_THRESHOLD}
 * @param volatility tercile of the spread among all spreads up to this month
 */
public record FxRegime(
        YearMonth month, double rate, double deviation, double spread, Trend trend, Volatility volatility) {
    /** Months over which trend and volatility look back. */
    public static final int WINDOW = 3;

    /** Id of the series of won per dollar among the covariates. */
    public static final String SERIES = "usdkrw";

    public static final double TREND_THRESHOLD = 0.02;

    /** Spreads needed before a tercile means anything. */
    public static final int LEAST_SPREADS = 24;

    /** Where the rate is heading. */
    public enum Trend {
        /** The domestic currency weakens. */
        UP("원화 약세", "won weakens"),
        /** The domestic currency strengthens. */
        DOWN("원화 강세", "won strengthens"),
        RANGE("보합", "range-bound");

        private final Label label;

        Trend(String ko, String en) {
            this.label = new Label(ko, en);
        }

        public Label label() {
            return label;
        }
    }

    /** How much the rate moves, against its own past. */
    public enum Volatility {
        LOW("낮음", "low"),
        MEDIUM("보통", "medium"),
        HIGH("높음", "high");

        private final Label label;

        Volatility(String ko, String en) {
            this.label = new Label(ko, en);
        }

        public Label label() {
            return label;
        }
    }

    /** The regime of the {@link #SERIES} among figures from outside; absent if there is none or it does not reach. */
    public static Optional<FxRegime> among(List<MonthlySeries> covariates, YearMonth origin) {
        return covariates.stream()
                .filter(series -> series.id().equals(SERIES))
                .findFirst()
                .flatMap(series -> knownAt(origin, series));
    }

    /**
     * The regime known at the end of {@code origin}; absent if the series is too short, has a gap in the months looked
     * at, or had no value for the latest month it could have known.
     */
    public static Optional<FxRegime> knownAt(YearMonth origin, MonthlySeries rate) {
        YearMonth month = origin.minusMonths(rate.publicationLag());
        SortedMap<YearMonth, Double> known = rate.values().headMap(month, true);
        if (known.isEmpty() || !known.lastKey().equals(month)) {
            return Optional.empty();
        }
        List<Double> spreads = new ArrayList<>();
        known.keySet().forEach(m -> spread(known, m).ifPresent(spreads::add));
        Optional<Double> spread = spread(known, month);
        if (spread.isEmpty() || spreads.size() < LEAST_SPREADS) {
            return Optional.empty();
        }
        double now = known.get(month);
        double mean = 0;
        for (int k = 0; k < WINDOW; k++) {
            mean += known.get(month.minusMonths(k)) / WINDOW;
        }
        double deviation = now / mean - 1;
        return Optional.of(
                new FxRegime(month, now, deviation, spread.get(), trend(deviation), tercile(spread.get(), spreads)));
    }

    private static Trend trend(double deviation) {
        return deviation > TREND_THRESHOLD ? Trend.UP : deviation < -TREND_THRESHOLD ? Trend.DOWN : Trend.RANGE;
    }

    /** By the share of past spreads (the present one included) below the present one. */
    private static Volatility tercile(double spread, List<Double> spreads) {
        long below = spreads.stream().filter(other -> other < spread).count();
        double share = (double) below / spreads.size();
        return share < 1 / 3.0 ? Volatility.LOW : share < 2 / 3.0 ? Volatility.MEDIUM : Volatility.HIGH;
    }

    /** Standard deviation (n − 1) of the log changes of the window ending at {@code month}; absent over a gap. */
    private static Optional<Double> spread(SortedMap<YearMonth, Double> values, YearMonth month) {
        double[] changes = new double[WINDOW];
        for (int k = 0; k < WINDOW; k++) {
            Double to = values.get(month.minusMonths(k));
            Double from = values.get(month.minusMonths(k + 1L));
            if (to == null || from == null) {
                return Optional.empty();
            }
            changes[k] = Math.log(to / from);
        }
        double mean = (changes[0] + changes[1] + changes[2]) / WINDOW;
        double squares = 0;
        for (double change : changes) {
            squares += (change - mean) * (change - mean);
        }
        return Optional.of(Math.sqrt(squares / (WINDOW - 1)));
    }
}
