package io.segmentradar.features.csv;

/** What all cells have in common: blanks around the value, also no-break and full-width ones. */
final class CellText {
    private CellText() {}

    static String trim(String text) {
        char[] chars = text.toCharArray();
        int start = start(chars, 0, chars.length);
        return text.substring(start, end(chars, start, chars.length));
    }

    /** Position of the first character of a cell that is not blank; its end if there is none. */
    static int start(char[] text, int from, int to) {
        int start = from;
        while (start < to && isBlank(text[start])) {
            start++;
        }
        return start;
    }

    /** Position behind the last character of a cell that is not blank, at least {@code from}. */
    static int end(char[] text, int from, int to) {
        int end = to;
        while (end > from && isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000';
    }
}
