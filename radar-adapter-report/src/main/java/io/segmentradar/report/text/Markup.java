package io.segmentradar.report.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Well-formed XHTML from text: everything that is not markup goes through {@link #text}. */
public final class Markup {
    private Markup() {}

    /** Escapes for element content and quoted attributes; drops characters that XML does not allow. */
    public static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        raw.codePoints().filter(Markup::isAllowed).forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    /** An element with one class and text in it. */
    public static String element(String name, String cssClass, String text) {
        return "<" + name + " class=\"" + cssClass + "\">" + text(text) + "</" + name + ">";
    }

    public static <T> String each(List<T> items, Function<T, String> markup) {
        return items.stream().map(markup).collect(Collectors.joining("\n"));
    }
}
