package io.segmentradar.features.csv;

import java.util.Arrays;

/** Ascending line numbers waiting for the row that covers them; nothing boxed. */
final class LongQueue {
    private long[] items = new long[4];
    private int head;
    private int tail;

    /** Adds a number that is not below the last one; a repetition is ignored. */
    void add(long item) {
        if (tail > head && items[tail - 1] == item) {
            return;
        }
        if (tail == items.length) {
            items = Arrays.copyOfRange(items, head, head + Math.max(4, 2 * (tail - head)));
            tail -= head;
            head = 0;
        }
        items[tail++] = item;
    }

    /** Removes everything up to {@code last} and tells how many numbers that were. */
    int removeUpTo(long last) {
        int removed = 0;
        while (head < tail && items[head] <= last) {
            head++;
            removed++;
        }
        return removed;
    }

    /** Appends everything to another queue and leaves this one empty. */
    void moveTo(LongQueue other) {
        while (head < tail) {
            other.add(items[head++]);
        }
    }
}
