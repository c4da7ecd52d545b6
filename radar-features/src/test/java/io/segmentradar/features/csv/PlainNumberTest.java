package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainNumberTest {
    @Test
    void writesPlainDecimalsWithoutExponentOrTrailingZeros() {
        assertEquals("0", PlainNumber.of(-0.0));
        assertEquals("0.3", PlainNumber.of(0.1 + 0.2));
        assertEquals("-1234567.25", PlainNumber.of(-1234567.25));
        assertEquals("100", PlainNumber.of(100));
        assertEquals("0.00000012", PlainNumber.of(1.2e-7));
        assertEquals("1230000000000000", PlainNumber.of(1.23e15));
    }

    @Test
    void missingIsAnEmptyFieldAndInfinityIsRefused() {
        assertEquals("", PlainNumber.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> PlainNumber.of(Double.POSITIVE_INFINITY));
    }

    @Test
    void agreesWithDecimalArithmeticToTwelveDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(20) - 6);
            BigDecimal exact = new BigDecimal(value);
            BigDecimal written = new BigDecimal(PlainNumber.of(value));
            BigDecimal tolerance = exact.abs().multiply(new BigDecimal("6e-12"), MathContext.DECIMAL64);
            assertEquals(-1, written.subtract(exact).abs().compareTo(tolerance), () -> value + " became " + written);
        }
    }
}
