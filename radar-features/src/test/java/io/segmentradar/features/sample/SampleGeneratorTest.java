package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {
    private static final Charset CP949 = SampleRequest.encoding("cp949");

    private static final SampleText SAMPLE = SampleText.of(3000, 14, 7);

    @Test
    void sameRequestGivesSameBytesOnAnyNumberOfThreads() {
        byte[] once = SampleText.bytes(request(5000, 4, 11, 1));
        assertArrayEquals(once, SampleText.bytes(request(5000, 4, 11, 1)));
        assertArrayEquals(once, SampleText.bytes(request(5000, 4, 11, 3)));
    }

    @Test
    void anotherSeedGivesAnotherBank() {
        assertFalse(Arrays.equals(SampleText.bytes(request(200, 2, 1, 1)), SampleText.bytes(request(200, 2, 2, 1))));
    }

    @Test
    void columnsAreThoseOfTheLayoutInItsOrder() {
        assertEquals(
                "기준년월,업종_중분류,사업장_시도,사업장_시군구,법인_고객등급,전담고객여부,"
                        + "요구불예금잔액,거치식예금잔액,적립식예금잔액,여신한도금액,여신_운전자금대출잔액,여신_시설자금대출잔액,"
                        + "외환_수출실적금액,외환_수입실적금액,신용카드사용금액,체크카드사용금액,창구거래금액,인터넷뱅킹거래금액,"
                        + "스마트뱅킹거래금액,폰뱅킹거래금액,ATM거래금액,자동이체금액,요구불입금금액,요구불출금금액,수익증권잔액,신탁잔액,"
                        + "퇴직연금잔액,요구불예금좌수,거치식예금좌수,적립식예금좌수,수익증권좌수,신탁좌수,퇴직연금좌수,"
                        + "여신_운전자금대출좌수,여신_시설자금대출좌수,신용카드개수,외환_수출실적거래건수,외환_수입실적거래건수,"
                        + "창구거래건수,인터넷뱅킹거래건수,스마트뱅킹거래건수,폰뱅킹거래건수,ATM거래건수,자동이체거래건수",
                String.join(",", SAMPLE.header()));
    }

    @Test
    void headerIsThatOfTheSharedExtract() throws IOException {
        Path extract = Path.of("../../shared/data/bank_small.csv.gz");
        Assumptions.assumeTrue(Files.exists(extract), "no shared data here: " + extract);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(extract)), CP949))) {
            assertEquals(reader.readLine(), String.join(",", SAMPLE.header()));
        }
    }

    @Test
    void everyRowIsLegal() {
        Pattern range = Pattern.compile("[0-2][개건]|\\d+[개건]초과 \\d+[개건]이하|50[개건] 초과");
        YearMonth last = SampleRequest.DEFAULT_FIRST;
        for (List<String> row : SAMPLE.rows()) {
            assertEquals(44, row.size());
            assertFalse(SAMPLE.month(row).isBefore(last), "months are in order");
            last = SAMPLE.month(row);
            assertTrue(List.of("최우수", "우수", "일반").contains(row.get(4).trim()), row.get(4));
            assertTrue(row.get(5).matches("[YN]"));
            for (Amount amount : Amount.values()) {
                assertTrue(SAMPLE.number(row, amount.column()) >= 0);
            }
            for (Count count : Count.values()) {
                String text = SAMPLE.cell(row, count.column());
                assertTrue(range.matcher(text).matches(), text);
            }
        }
        assertEquals(SampleRequest.DEFAULT_FIRST.plusMonths(13), last);
    }

    @Test
    void summaryCountsWhatWasWritten() {
        assertEquals(SAMPLE.rows().size(), SAMPLE.summary().rows());
        assertEquals(
                SAMPLE.rows().stream().map(SAMPLE::segment).distinct().count(),
                SAMPLE.summary().segments());
        assertEquals(14, SAMPLE.summary().usdKrw().size());
    }

    @Test
    void oddButLegalSpellingsOccurSeldom() {
        long spaced = SAMPLE.rows().stream()
                .filter(row -> row.stream().anyMatch(field -> !field.equals(field.trim())))
                .count();
        double share = spaced / (double) SAMPLE.rows().size();
        assertTrue(share > 0 && share < 0.002, "share of rows with blanks around a value: " + share);
        assertTrue(Pattern.compile("\"\\d{1,3}(,\\d{3})+\\.\\d{1,4}\"")
                .matcher(SAMPLE.text())
                .find());
    }

    @Test
    void encodingsDifferInBytesOnly() {
        SampleRequest korean = new SampleRequest(300, 3, YearMonth.of(2024, 11), 5, CP949, 1);
        SampleRequest unicode = new SampleRequest(300, 3, YearMonth.of(2024, 11), 5, StandardCharsets.UTF_8, 1);
        assertEquals(SampleText.of(unicode).text(), SampleText.of(korean).text());
        assertTrue(SampleText.bytes(korean).length < SampleText.bytes(unicode).length);
        assertEquals("202411", SampleText.of(korean).rows().get(0).get(0));
    }

    @Test
    void aFullDiskIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        IOException error = assertThrows(IOException.class, () -> SampleGenerator.write(request(10, 1, 1, 2), full));
        assertEquals("No space left on device", error.getMessage());
    }

    private static SampleRequest request(int customers, int months, long seed, int threads) {
        return new SampleRequest(customers, months, SampleRequest.DEFAULT_FIRST, seed, StandardCharsets.UTF_8, threads);
    }
}
