package io.segmentradar.features.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads counts delivered as Korean ranges: 0건 is 0, 2건초과 5건이하 is 3.5 (the middle), 50건 초과 is 51, 3건 이하 is
 * 3. The few distinct texts are remembered. Mutable, one thread.
 */
final class RangeText {
    private static final int MOST_REMEMBERED = 10_000;
    private static final String NUMBER = "(\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})\\s*(?:건|개|좌|명|회)?\\s*";
    private static final Pattern ONE = Pattern.compile(NUMBER + "(초과|이상|이하|미만)?");
    private static final Pattern TWO = Pattern.compile(NUMBER + "(?:초과|이상|~|-)\\s*" + NUMBER + "(?:이하|미만)?");

    /** What a text means; NaN if blank. */
    private record Meaning(boolean known, double value) {}

    private final Map<String, Meaning> meanings = new HashMap<>();
    private double value;

    /** The count read last; NaN if the text was blank. */
    double value() {
        return value;
    }

    /** Reads a cell; false if it is not a range. */
    boolean read(String text) {
        Meaning meaning = meanings.get(text);
        if (meaning == null) {
            meaning = meaning(CellText.trim(text));
            if (meanings.size() < MOST_REMEMBERED) {
                meanings.put(text, meaning);
            }
        }
        value = meaning.value();
        return meaning.known();
    }

    private static Meaning meaning(String text) {
        if (text.isEmpty()) {
            return new Meaning(true, Double.NaN);
        }
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            double bound = number(one.group(1));
            String relation = one.group(2) == null ? "" : one.group(2);
            double shift = relation.equals("초과") ? 1 : relation.equals("미만") ? -1 : 0;
            return new Meaning(bound + shift >= 0, bound + shift);
        }
        Matcher two = TWO.matcher(text);
        if (two.matches()) {
            double low = number(two.group(1));
            double high = number(two.group(2));
            return new Meaning(low <= high, (low + high) / 2);
        }
        return new Meaning(false, Double.NaN);
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }
}
