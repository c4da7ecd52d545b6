package io.segmentradar.features.csv;

/** What all cells have in common: blanks around the value, also no-break and full-width ones. */
final class CellText {
    private CellText() {}

    static String trim(String text) {
        int start = start(text);
        return text.substring(start, end(text, start));
    }

    /** Position of the first character that is not blank; the length if there is none. */
    static int start(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Position behind the last character that is not blank, at least {@code start}. */
    static int end(String text, int start) {
        int end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000';
    }
}
