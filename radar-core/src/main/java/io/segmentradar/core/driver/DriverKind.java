package io.segmentradar.core.driver;

/** The views of a cause; each view adds up by itself and views are never added to one another. */
public enum DriverKind {
    /** Product components of the KPI; sum to the residual. */
    COMPONENT,
    /** Number-of-customers effect; with {@link #RATE} sums to the residual. */
    VOLUME,
    /** Amount-per-customer effect. */
    RATE,
    /** What the market, the industry and the province have in common; with {@link #OWN} sums to the residual. */
    COMMON,
    /** What is left to the segment itself. */
    OWN,
    /** What moved the forecast away from the last value, by banking driver; sum to forecast − last value. */
    MODEL,
    /** The features behind {@link #MODEL}, each driver opened; sum to forecast − last value. */
    FEATURE,
    /** What customers had who are absent since the month; told beside the other views, of which it is a part. */
    ABSENT
}
