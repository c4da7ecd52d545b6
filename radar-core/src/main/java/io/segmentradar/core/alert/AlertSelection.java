package io.segmentradar.core.alert;

/** How many of the month's unusual figures become alerts. */
public sealed interface AlertSelection {
    /**
     * As many as keep the expected share of noise among them at {@code rate}.
     *
     * @param rate false-discovery rate in (0, 1), such as 0.10
     * @param dependence what may be assumed of the tests
     */
    record FalseDiscoveryRate(double rate, Dependence dependence) implements AlertSelection {
        public FalseDiscoveryRate {
            if (!(rate > 0 && rate < 1)) {
                throw new IllegalArgumentException("A false-discovery rate is between 0 and 1, got " + rate);
            }
        }
    }

    /**
     * The most unusual ones and the most costly of the unusual ones, whatever share of them is noise; each alert still
     * says its own expected share.
     *
     * @param alerts most alerts raised in a month, at least 1
     */
    record Budget(int alerts) implements AlertSelection {
        public Budget {
            if (alerts < 1) {
                throw new IllegalArgumentException("An alert budget is at least 1, got " + alerts);
            }
        }
    }

    /**
     * A budget that grows with the bank, so that one alert means as much in a large one as in a small one: a fixed number
     * is noise where a few dozen segments can be heard and misses most where thousands can. It bounds false alarms too:
     * there cannot be more of them for each hundred segments.
     *
     * @param perHundred most alerts raised in a month for each hundred segments with customers in the last year,
     *     {@code > 0}
     */
    record RelativeBudget(double perHundred) implements AlertSelection {
        /** Fewer would leave no room for what is ahead or has lasted. */
        public static final int LEAST = 20;

        public RelativeBudget {
            if (!(perHundred > 0 && Double.isFinite(perHundred))) {
                throw new IllegalArgumentException(
                        "A budget per hundred segments is above 0 and finite, got " + perHundred);
            }
        }

        /** The budget of a bank of so many segments, at least {@value #LEAST}. */
        public Budget of(int segments) {
            return new Budget(
                    (int) Math.max(LEAST, Math.min(Integer.MAX_VALUE, Math.round(perHundred * segments / 100))));
        }
    }

    /** What a false-discovery procedure may assume of the joint distribution of the tests. */
    enum Dependence {
        /** Residuals move together if at all: Benjamini and Hochberg (1995), Benjamini and Yekutieli (2001) th. 1.2. */
        POSITIVE,
        /** Nothing: Benjamini and Yekutieli (2001), th. 1.3; costs a factor of about ln(number of tests). */
        ARBITRARY
    }
}
