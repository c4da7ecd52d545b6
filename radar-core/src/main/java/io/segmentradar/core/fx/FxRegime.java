package io.segmentradar.core.fx;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * State of an exchange rate (domestic currency per foreign unit, such as USD/KRW) as known at the end of a month. What
 * is a lot is judged against the months up to then, so later months never change it.
 *
 * @param month latest month of the rate that was known
 * @param rate monthly average in that month
 * @param deviation rate / mean of the last {@link #WINDOW} months − 1
 * @param spread standard deviation of the last {@link #WINDOW} monthly log changes
 * @param trend up or down where the deviation is larger than {@link #TREND_QUANTILE} of all deviations up to this month
 * @param volatility tercile of the spread among all spreads up to this month
 */
public record FxRegime(
        YearMonth month, double rate, double deviation, double spread, Trend trend, Volatility volatility) {
    /** Months over which trend and volatility look back. */
    public static final int WINDOW = 3;

    /** Id of the series of won per dollar among the covariates. */
    public static final String SERIES = "usdkrw";

    /** Share of past deviations, signs apart, that count as no trend. */
    public static final double TREND_QUANTILE = 0.6;

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

        /** 1 where the foreign currency rises, −1 where it falls, 0 where it does neither. */
        public int direction() {
            return this == UP ? 1 : this == DOWN ? -1 : 0;
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
        List<FxRegime> history = history(origin, rate);
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1))
                        .filter(last -> last.month().equals(month));
    }

    /** The regime of every month for which there is one, each as it was known then, up to {@code origin}. */
    public static List<FxRegime> history(YearMonth origin, MonthlySeries rate) {
        SortedMap<YearMonth, Double> known = rate.values().headMap(origin.minusMonths(rate.publicationLag()), true);
        List<FxRegime> history = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (YearMonth month : known.keySet()) {
            Optional<Double> spread = spread(known, month);
            if (spread.isPresent()) {
                double deviation = deviation(known, month);
                spreads.add(spread.get());
                sizes.add(Math.abs(deviation));
                if (spreads.size() >= LEAST_SPREADS) {
                    Trend trend = trend(deviation, shareBelow(Math.abs(deviation), sizes));
                    Volatility volatility = tercile(shareBelow(spread.get(), spreads));
                    history.add(new FxRegime(month, known.get(month), deviation, spread.get(), trend, volatility));
                }
            }
        }
        return history;
    }

    private static Trend trend(double deviation, double share) {
        return share < TREND_QUANTILE ? Trend.RANGE : deviation > 0 ? Trend.UP : Trend.DOWN;
    }

    private static Volatility tercile(double share) {
        return share < 1 / 3.0 ? Volatility.LOW : share < 2 / 3.0 ? Volatility.MEDIUM : Volatility.HIGH;
    }

    /** Share of the past values, the present one among them, below the present one. */
    private static double shareBelow(double value, List<Double> past) {
        int below = 0;
        for (double other : past) {
            below += other < value ? 1 : 0;
        }
        return (double) below / past.size();
    }

    private static double deviation(SortedMap<YearMonth, Double> values, YearMonth month) {
        double mean = 0;
        for (int k = 0; k < WINDOW; k++) {
            mean += values.get(month.minusMonths(k)) / WINDOW;
        }
        return values.get(month) / mean - 1;
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
