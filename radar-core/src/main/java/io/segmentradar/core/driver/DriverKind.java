package io.segmentradar.core.driver;

/** The views of a cause; each view adds up by itself and views are never added to one another. */
public enum DriverKind {
    /** Product components of the KPI; sum to the residual. */
    COMPONENT,
    /** Number-of-customers effect; with {@link #RATE} sums to the residual. */
    VOLUME,
    /** Amount-per-customer effect. */
    RATE,
    /** What moved the forecast away from the last value; sum to forecast − last value. */
    MODEL
}
