package io.segmentradar.features.csv;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in files: 12 significant digits, no exponent, no trailing zeros; empty for NaN (missing). */
public final class PlainNumber {
    private static final int DIGITS = 12;
    private static final int MAX_FAST_DECIMALS = 15;
    private static final long[] POWERS = new long[MAX_FAST_DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private PlainNumber() {}

    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("An infinite number cannot be written");
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 1e12 || size < 1e-3) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
            return rounded.stripTrailingZeros().toPlainString();
        }
        int magnitude = (int) Math.floor(Math.log10(size));
        int decimals = Math.min(DIGITS - 1 - magnitude, MAX_FAST_DECIMALS);
        long scaled = Math.round(size * POWERS[decimals]);
        return (value < 0 && scaled != 0 ? "-" : "") + plain(scaled, decimals);
    }

    private static String plain(long scaled, int decimals) {
        long whole = scaled / POWERS[decimals];
        long fraction = scaled % POWERS[decimals];
        if (fraction == 0) {
            return Long.toString(whole);
        }
        int places = decimals;
        while (fraction % 10 == 0) {
            fraction /= 10;
            places--;
        }
        String digits = Long.toString(fraction);
        return whole + "." + "0".repeat(places - digits.length()) + digits;
    }
}
