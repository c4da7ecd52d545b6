package io.segmentradar.features;

import java.util.ArrayList;
import java.util.List;

/** A line of CSV split symbol by symbol: the second route of tests, so that the parser is checked by another hand. */
public final class PlainLine {
    private PlainLine() {}

    /** The fields as they are between the commas outside quotes, without the quotes. */
    public static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char symbol = line.charAt(i);
            if (symbol == '"') {
                quoted = !quoted;
            } else if (symbol == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(symbol);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
