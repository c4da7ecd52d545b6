package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentDimension;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextsTest {
    private final NumberText numbers = new NumberText();
    private final RangeText ranges = new RangeText();

    @Test
    void numbersAreTheNearestDoublesAsTheJdkFindsThem() {
        Random random = new Random(11);
        DecimalFormat grouped = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        for (int i = 0; i < 30_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20));
            String plain = number.toPlainString();
            assertTrue(numbers.read(plain), plain);
            assertEquals(Double.parseDouble(plain) + 0.0, numbers.value(), plain);
            String scientific = String.format(Locale.ROOT, "%.12e", number);
            assertTrue(numbers.read(" " + scientific), scientific);
            assertEquals(Double.parseDouble(scientific) + 0.0, numbers.value(), scientific);
            String commas = grouped.format(number);
            assertTrue(numbers.read(commas + " "), commas);
            assertEquals(Double.parseDouble(commas.replace(",", "")) + 0.0, numbers.value(), commas);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000 \t"})
    void blanksAreMissing(String text) {
        assertTrue(numbers.read(text));
        assertTrue(Double.isNaN(numbers.value()));
        assertTrue(ranges.read(text));
        assertTrue(Double.isNaN(ranges.value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "-",
                "+",
                ".",
                ",",
                "1,23",
                "12,34,567",
                "1234,567",
                ",123",
                "1,234,",
                "1.2.3",
                "1.234,5",
                "--1",
                "1-",
                "1 2",
                "0x10",
                "1f",
                "1d",
                "1e",
                "e5",
                "1e5.0",
                "1,2e3",
                "１２",
                "(1)",
                "₩1",
                "1e99999999999",
                "1,234,56.7"
            })
    void whatIsNoFiniteDecimalNumberIsRefused(String text) {
        assertFalse(numbers.read(text), text + " was read as " + numbers.value());
    }

    @Test
    void minusZeroIsZero() {
        assertTrue(numbers.read("-0.0"));
        assertEquals(0, Double.doubleToRawLongBits(numbers.value()));
    }

    @ParameterizedTest
    @CsvSource({
        "0건, 0",
        "1개, 1",
        "2건초과 5건이하, 3.5",
        "10개초과 20개이하, 15",
        "50건 초과, 51",
        "3건 이하, 3",
        "3건 미만, 2",
        "5건 이상, 5",
        "7, 7",
        "2~5건, 3.5",
        "' 1,000건 초과 ', 1001",
        "'1,000건초과 2,000건이하', 1500"
    })
    void rangesAreTheirMiddleOrTheirBound(String text, double expected) {
        assertTrue(ranges.read(text), text);
        assertEquals(expected, ranges.value());
        assertTrue(ranges.read(text), "remembered");
        assertEquals(expected, ranges.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"많음", "건", "초과", "-1건", "5건초과 2건이하", "1건 2건", "0건 미만", "1.5건", "12345678901건", "1건x"})
    void textsThatAreNoRangeAreRefused(String text) {
        assertFalse(ranges.read(text), text);
        assertFalse(ranges.read(text), "remembered as bad");
    }

    @ParameterizedTest
    @CsvSource({
        "202401, YYYYMM, 24288",
        "' 202412 ', YYYYMM, 24299",
        "2024-01, YYYY-MM, 24288",
        "202213, YYYYMM, -1",
        "202200, YYYYMM, -1",
        "2024-1, YYYY-MM, -1",
        "2024-01, YYYYMM, -1",
        "202401, YYYY-MM, -1",
        "2024_01, YYYY-MM, -1",
        "000101, YYYYMM, -1",
        "２02401, YYYYMM, -1",
        "20240１, YYYYMM, -1",
        "'', YYYYMM, -1"
    })
    void monthsAreNumberedFromYearZero(String text, String pattern, int expected) {
        MonthText month = new MonthText(pattern);
        for (int again = 0; again < 2; again++) {
            assertEquals(expected >= 0, month.read(text));
            if (expected >= 0) {
                assertEquals(expected, month.number());
            }
        }
    }

    @Test
    void aBadMonthIsNotTakenForTheOneBefore() {
        MonthText month = new MonthText("YYYYMM");
        assertTrue(month.read("202401"));
        assertFalse(month.read("202413"));
        assertFalse(month.read("202413"));
        assertTrue(month.read("202401"));
        assertEquals(24288, month.number());
    }

    @Test
    void keysAreTrimmedAndComposedAndCheckedAgainstTheAllowedValues() {
        SegmentDimension free = new SegmentDimension("p", "시도", new Label("지역", "p"), "미상", List.of());
        KeyText keys = new KeyText(free);
        for (String text : List.of("서울", " 서울\u3000", Normalizer.normalize("서울", Normalizer.Form.NFD))) {
            assertTrue(keys.read(text));
            assertEquals("서울", keys.value());
        }
        assertTrue(keys.read("  "));
        assertEquals("미상", keys.value());
        assertFalse(keys.read("*"));

        KeyText grades = new KeyText(new SegmentDimension("g", "등급", new Label("등급", "g"), "미상", List.of("우수", "일반")));
        assertTrue(grades.read("우수"));
        assertTrue(grades.read(""));
        assertFalse(grades.read("최우수"));
        assertFalse(grades.read("최우수"), "a refused value is not remembered as good");
        assertTrue(grades.complaint().contains("우수, 일반"));
    }
}
