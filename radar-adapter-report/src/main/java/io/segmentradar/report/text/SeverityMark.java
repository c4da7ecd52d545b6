package io.segmentradar.report.text;

import io.segmentradar.core.alert.Severity;
import java.util.Locale;

/**
 * How a severity is drawn: colour and shape together, so that neither is needed alone.
 *
 * @param cssClass name of the style that colours it
 */
public record SeverityMark(String shape, String cssClass) {
    public static SeverityMark of(Severity severity) {
        String shape = switch (severity) {
            case CRITICAL -> "◆";
            case HIGH -> "▲";
            case MEDIUM -> "●";
            case LOW -> "○";
        };
        return new SeverityMark(shape, severity.name().toLowerCase(Locale.ROOT));
    }
}
