package io.segmentradar.core.forecast;

import java.util.Locale;

/** Ways to make the forecasts of all levels add up (Wickramasuriya, Athanasopoulos and Hyndman 2019). */
public enum Reconciler {
    /** Minimum trace with errors of different size, uncorrelated but for what segments always err by together. */
    WLS,
    /** Minimum trace with errors correlated as in the past, shrunk. */
    MINT_SHRINK,
    /** All nodes alike. */
    OLS,
    /** Segments as they are. */
    BOTTOM_UP,
    /** The bank's forecast divided in proportion to the segments' own. */
    TOP_DOWN;

    /** Stable name in specs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
