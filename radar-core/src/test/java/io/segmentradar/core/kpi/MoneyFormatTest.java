package io.segmentradar.core.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MoneyFormatTest {
    private final MoneyFormat won = new MoneyFormat(new MoneyUnit("KRW", 1e6, new Label("백만원", "million KRW")));
    private final MoneyFormat dollars = new MoneyFormat(new MoneyUnit("AUD", 1e6, new Label("백만 호주달러", "million AUD")));

    @Test
    void koreanAmountsAreInJoAndEok() {
        assertEquals("1조 2,346억원", won.format(1_234_567, Language.KO));
        assertEquals("2조원", won.format(2_000_000, Language.KO));
        assertEquals("-35억원", won.format(-3_456, Language.KO));
        assertEquals("3.5억원", won.format(345.6, Language.KO));
        assertEquals("2억원", won.format(203.4, Language.KO));
        assertEquals("10억원", won.format(996, Language.KO));
        assertEquals("1조원", won.format(999_999.9, Language.KO));
    }

    @Test
    void koreanAmountsBelowOneEokAreInTheSpecsUnit() {
        assertEquals("12백만원", won.format(12.4, Language.KO));
        assertEquals("1.2백만원", won.format(1.24, Language.KO));
        assertEquals("0원", won.format(0, Language.KO));
    }

    @Test
    void koreanAmountsBelowOneMillionAreInManOrWon() {
        assertEquals("4만원", won.format(0.0432, Language.KO));
        assertEquals("-8,300원", won.format(-0.0083, Language.KO));
    }

    @Test
    void englishAmountsHaveThreeSignificantDigits() {
        assertEquals("KRW 1.23 trillion", won.format(1_234_567, Language.EN));
        assertEquals("KRW 12.3 billion", won.format(12_345, Language.EN));
        assertEquals("-AUD 123 million", dollars.format(-123.4, Language.EN));
    }

    @Test
    void otherCurrenciesKeepTheirCodeInKorean() {
        assertEquals("12억 AUD", dollars.format(1_234, Language.KO));
    }
}
