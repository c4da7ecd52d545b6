package io.segmentradar.features.csv;

/**
 * Reads months as {@code YYYYMM} or {@code YYYY-MM}. Rows come month by month, so the last text is remembered. Mutable,
 * one thread.
 */
final class MonthText {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS_A_YEAR = 12;
    private static final int YEAR_DIGITS = 4;

    private final String pattern;
    private final int hyphen;
    /** The last good text; null before the first. */
    private String last;

    private int number;

    /**
     * @param pattern {@code YYYYMM} or {@code YYYY-MM}
     */
    MonthText(String pattern) {
        this.pattern = pattern;
        this.hyphen = pattern.indexOf('-');
    }

    /** The month read last, as {@code year × 12 + month − 1}. */
    int number() {
        return number;
    }

    String pattern() {
        return pattern;
    }

    /** Reads a cell; false if it is not a month of the pattern. */
    boolean read(String text) {
        if (text.equals(last)) {
            return true;
        }
        String month = CellText.trim(text);
        if (month.length() != pattern.length() || hyphen >= 0 && month.charAt(hyphen) != '-') {
            return false;
        }
        int year = 0;
        int ofYear = 0;
        for (int i = 0; i < month.length(); i++) {
            int digit = month.charAt(i) - '0';
            if (i == hyphen) {
                continue;
            }
            if (digit < 0 || digit > 9) {
                return false;
            }
            if (i < YEAR_DIGITS) {
                year = year * 10 + digit;
            } else {
                ofYear = ofYear * 10 + digit;
            }
        }
        if (year < FIRST_YEAR || year > LAST_YEAR || ofYear < 1 || ofYear > MONTHS_A_YEAR) {
            return false;
        }
        number = year * MONTHS_A_YEAR + ofYear - 1;
        last = text;
        return true;
    }
}
