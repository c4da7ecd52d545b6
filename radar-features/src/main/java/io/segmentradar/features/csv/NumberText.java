package io.segmentradar.features.csv;

/**
 * Reads decimal numbers as banks write them: {@code 1234.5}, {@code 1,234.5}, {@code -0.5}, {@code 1.2E+3}. Up to 15
 * digits and 22 decimals are exact by one division (Clinger 1990, fast path); the rest goes to the JDK. Mutable, one
 * thread.
 */
final class NumberText {
    private static final double[] POWERS = new double[23];
    private static final int EXACT_DIGITS = 15;
    private static final int GROUP = 3;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private double value;

    /** The number read last; NaN if the text was blank. */
    double value() {
        return value;
    }

    /** Reads a cell; false if it is not a finite decimal number. */
    boolean read(String text) {
        return read(text.toCharArray(), 0, text.length());
    }

    /** Reads a cell from {@code from} to {@code to}, exclusive; false if it is not a finite decimal number. */
    boolean read(char[] text, int from, int to) {
        int start = CellText.start(text, from, to);
        int end = CellText.end(text, start, to);
        if (start == end) {
            value = Double.NaN;
            return true;
        }
        boolean negative = text[start] == '-';
        int at = negative || text[start] == '+' ? start + 1 : start;
        return digits(text, at, end, negative);
    }

    private boolean digits(char[] text, int start, int end, boolean negative) {
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        int group = -1;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
                group += group >= 0 ? 1 : 0;
            } else if (c == ',' && decimals < 0 && (group < 0 ? digits > 0 && digits <= GROUP : group == GROUP)) {
                group = 0;
            } else if (c == '.' && decimals < 0 && (group < 0 || group == GROUP)) {
                decimals = 0;
                group = -1;
            } else if ((c == 'e' || c == 'E') && digits > 0 && group < 0) {
                return isExponent(text, i + 1, end) && slow(text, start, end, negative);
            } else {
                return false;
            }
        }
        if (digits == 0 || group >= 0 && group != GROUP) {
            return false;
        }
        if (digits > EXACT_DIGITS) {
            return slow(text, start, end, negative);
        }
        double size = mantissa / POWERS[Math.max(decimals, 0)];
        value = negative && size != 0 ? -size : size;
        return true;
    }

    private boolean slow(char[] text, int start, int end, boolean negative) {
        double size = Double.parseDouble(new String(text, start, end - start).replace(",", ""));
        value = negative && size != 0 ? -size : size;
        return Double.isFinite(size);
    }

    private static boolean isExponent(char[] text, int start, int end) {
        int at = start < end && (text[start] == '-' || text[start] == '+') ? start + 1 : start;
        int digits = end - at;
        for (; at < end; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= GROUP;
    }
}
