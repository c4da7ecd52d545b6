package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteLineTest {
    @Test
    void decimalsHaveOneToFourDigitsWithoutTrailingZeros() throws IOException {
        assertEquals("0.0", decimal(0));
        assertEquals("12.0", decimal(12));
        assertEquals("0.0001", decimal(0.00008));
        assertEquals("1.05", decimal(1.05));
        assertEquals("290211.1234", decimal(290_211.1234));
    }

    @Test
    void numbersAgreeWithTheFormatterOfThePlatform() throws IOException {
        Random random = new Random(3);
        DecimalFormat plain = new DecimalFormat("0.0###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        DecimalFormat grouped = new DecimalFormat("#,##0.0###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        for (int i = 0; i < 20_000; i++) {
            double value = BigDecimal.valueOf(Math.exp(random.nextGaussian() * 6))
                    .setScale(4, RoundingMode.HALF_UP)
                    .doubleValue();
            assertEquals(plain.format(value), decimal(value));
            assertEquals('"' + grouped.format(value) + '"', text(new ByteLine().grouped(value)));
        }
    }

    private static String decimal(double value) throws IOException {
        return text(new ByteLine().decimal(value));
    }

    private static String text(ByteLine line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line.writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
