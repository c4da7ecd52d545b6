package io.segmentradar.features.csv;

/** Reads months as {@code YYYYMM} or {@code YYYY-MM} into {@code year × 12 + month − 1}. */
final class MonthText {
    static final int BAD = -1;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS_A_YEAR = 12;

    private MonthText() {}

    /**
     * @param pattern {@code YYYYMM} or {@code YYYY-MM}
     * @return the month's number, or {@link #BAD}
     */
    static int read(String text, String pattern) {
        String month = CellText.trim(text);
        int hyphen = pattern.indexOf('-');
        if (month.length() != pattern.length() || hyphen >= 0 && month.charAt(hyphen) != '-') {
            return BAD;
        }
        int year = 0;
        int ofYear = 0;
        for (int i = 0; i < month.length(); i++) {
            int digit = month.charAt(i) - '0';
            if (i == hyphen) {
                continue;
            }
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            if (i < 4) {
                year = year * 10 + digit;
            } else {
                ofYear = ofYear * 10 + digit;
            }
        }
        boolean good = year >= FIRST_YEAR && year <= LAST_YEAR && ofYear >= 1 && ofYear <= MONTHS_A_YEAR;
        return good ? year * MONTHS_A_YEAR + ofYear - 1 : BAD;
    }
}
