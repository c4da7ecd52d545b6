package io.segmentradar.core.driver;

import io.segmentradar.core.alert.Alert;
import java.math.BigDecimal;
import java.math.MathContext;

/** The sentences of a story in one language. */
interface StoryWords {
    /** What happened, compared with what. */
    String event(Alert alert);

    String rarity(Alert alert);

    /** The product that brought most. */
    String product(Driver largest);

    /** More by the number of customers or by the amount of each. */
    String customers(double volume, double rate);

    /** Customers who are absent this month and what they had. */
    String absent(Driver absent);

    String common(double common, double own);

    /** The surprise of the month under review alone. */
    String thisMonth(double residual);

    /**
     * What had been expected a month before and mainly why.
     *
     * @param sameWay true if the surprise goes the way that was expected
     */
    String expectation(double change, Driver reason, boolean sameWay);

    /** Two figures of how often something happens are all that is known of it. */
    static long rounded(double once) {
        return new BigDecimal(once).round(new MathContext(2)).longValue();
    }
}
