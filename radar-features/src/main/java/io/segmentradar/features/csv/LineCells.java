package io.segmentradar.features.csv;

/** Where the cells of a line start and end, as long as its quotes, if any, enclose whole cells. Mutable, one thread. */
final class LineCells {
    /** The line does not end in the text given. */
    static final int MORE = -1;

    /** There is a quote in a cell, beside a quoted one, or around a line end. */
    static final int NOT_SIMPLE = -2;

    private final int[] bounds;
    private int count;

    /**
     * @param width cells that a line should have
     */
    LineCells(int width) {
        this.bounds = new int[2 * width];
    }

    /** Cells of the line looked at last. */
    int count() {
        return count;
    }

    /** Start and end, exclusive, of each cell in its text, one after the other; those beyond the width are left out. */
    int[] bounds() {
        return bounds;
    }

    /**
     * Looks for the cells of the line that starts at {@code from}.
     *
     * @param isLast whether the end of the text ends the line, too
     * @return where the line ends, {@link #MORE} or {@link #NOT_SIMPLE}
     */
    int scan(char[] text, int from, int limit, boolean isLast) {
        count = 0;
        int start = from;
        for (int at = from; at < limit; at++) {
            char c = text[at];
            if (c > ',') {
                continue;
            }
            if (c == ',') {
                add(start, at);
                start = at + 1;
            } else if (c == '\n') {
                add(start, at);
                return at;
            } else if (c == '"') {
                int close = at == start ? close(text, at + 1, limit, isLast) : NOT_SIMPLE;
                if (close < 0) {
                    return close;
                }
                add(start + 1, close);
                if (close + 1 == limit || text[close + 1] == '\n') {
                    return close + 1;
                }
                at = close + 1;
                start = close + 2;
            }
        }
        if (isLast) {
            add(start, limit);
        }
        return isLast ? limit : MORE;
    }

    /** Where the quote is that ends a cell begun before {@code from}. */
    private static int close(char[] text, int from, int limit, boolean isLast) {
        for (int at = from; at < limit; at++) {
            if (text[at] == '\n') {
                return NOT_SIMPLE;
            }
            if (text[at] == '"') {
                boolean ends = at + 1 == limit ? isLast : text[at + 1] == ',' || text[at + 1] == '\n';
                return ends ? at : at + 1 == limit ? MORE : NOT_SIMPLE;
            }
        }
        return isLast ? NOT_SIMPLE : MORE;
    }

    private void add(int start, int end) {
        if (2 * count < bounds.length) {
            bounds[2 * count] = start;
            bounds[2 * count + 1] = end;
        }
        count++;
    }
}
