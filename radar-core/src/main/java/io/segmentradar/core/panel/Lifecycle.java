package io.segmentradar.core.panel;

/** Where a segment stands in its life, as of the last month of a panel. */
public enum Lifecycle {
    /** First seen less than {@link #NEW_MONTHS} months ago. */
    NEW,
    /** Has customers now and has been known for a while. */
    ACTIVE,
    /** Has no customers now but had some within the last {@link #CLOSED_AFTER_MONTHS} months. */
    DORMANT,
    /** Has had no customers for {@link #CLOSED_AFTER_MONTHS} months or more. */
    CLOSED;

    public static final int NEW_MONTHS = 6;
    public static final int CLOSED_AFTER_MONTHS = 6;

    /** State as of month {@code now}, from the months of first and last customers (all as positions on one axis). */
    static Lifecycle of(int firstMonth, int lastMonth, int now) {
        if (now - lastMonth >= CLOSED_AFTER_MONTHS) {
            return CLOSED;
        }
        if (now > lastMonth) {
            return DORMANT;
        }
        return now - firstMonth < NEW_MONTHS ? NEW : ACTIVE;
    }
}
