package io.segmentradar.core.driver;

import io.segmentradar.core.alert.Alert;

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

    /** What had been expected a month before and mainly why. */
    String expectation(double change, Driver reason);
}
