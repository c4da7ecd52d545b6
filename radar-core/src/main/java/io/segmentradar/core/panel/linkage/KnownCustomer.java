package io.segmentradar.core.panel.linkage;

/** What is remembered of a customer while a segment's months are linked. */
final class KnownCustomer {
    /** Times seen over which the usual amounts are means. */
    private static final int USUAL_TIMES = 12;

    private final float[] usual;
    private int lastRow;
    private int lastMonth;
    private int times;

    KnownCustomer(int amounts) {
        this.usual = new float[amounts];
    }

    /** Takes the row of a month; the usual amounts move towards its own. */
    void seen(RowStore store, int row, int month) {
        lastRow = row;
        lastMonth = month;
        times = Math.min(times + 1, USUAL_TIMES);
        for (int k = 0; k < usual.length; k++) {
            usual[k] += (store.amount(row, k) - usual[k]) / times;
        }
    }

    int lastRow() {
        return lastRow;
    }

    int lastMonth() {
        return lastMonth;
    }

    float usual(int amount) {
        return usual[amount];
    }
}
