package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Shares and relations that a bank's extract has; the bounds are wide around those of a regional Korean bank. */
class SampleRealismTest {
    private static final SampleText SAMPLE = SampleText.of(4000, 36, 21);

    /** Banks of one customer: consecutive rows belong together. */
    private static final List<SampleText> LONELY_CUSTOMERS =
            LongStream.range(0, 30).mapToObj(seed -> SampleText.of(1, 36, seed)).toList();

    @Test
    void segmentsAreAsManyAsABankOfThatSizeHas() {
        assertBetween(250, 450, SampleText.of(1000, 36, 42).summary().segments());
        assertBetween(800, 1300, SAMPLE.summary().segments());
    }

    @Test
    void theBookGrowsAndAboutNineTenthsOfItHaveARow() {
        assertBetween(0.70 * 4000, 0.85 * 4000, rows("202201"));
        assertBetween(0.80 * 4000, 0.95 * 4000, rows("202412"));
    }

    @Test
    void sharesOfZerosAreThoseOfABank() {
        assertBetween(0.92, 0.97, share(zero("외환_수출실적금액")));
        assertBetween(0.25, 0.36, share(zero("요구불예금잔액")));
        assertBetween(0.62, 0.72, share(zero("거치식예금잔액")));
        assertBetween(0.18, 0.28, share(zero("여신한도금액")));
        assertBetween(0.35, 0.50, share(zero("신용카드사용금액")));
        assertBetween(0.48, 0.62, share(zero("창구거래금액")));
        assertBetween(0.01, 0.05, share(row -> SAMPLE.cell(row, "사업장_시도").isEmpty()));
        assertBetween(0.60, 0.85, share(row -> SAMPLE.cell(row, "법인_고객등급").equals("최우수")));
        assertBetween(0.75, 0.95, share(row -> SAMPLE.cell(row, "전담고객여부").equals("Y")));
    }

    @Test
    void customerSizesAreHeavyTailed() {
        double[] deposits = SAMPLE.rows().stream()
                .mapToDouble(row -> SAMPLE.number(row, "요구불예금잔액"))
                .filter(amount -> amount > 0)
                .sorted()
                .toArray();
        double median = deposits[deposits.length / 2];
        assertBetween(30, 120, median);
        assertTrue(deposits[(int) (0.99 * deposits.length)] > 40 * median);
    }

    @Test
    void loansExceedTheLimitHardlyEver() {
        double over = share(row -> SAMPLE.number(row, "여신_운전자금대출잔액") + SAMPLE.number(row, "여신_시설자금대출잔액")
                > SAMPLE.number(row, "여신한도금액") * 1.0001 + 0.001);
        assertBetween(0, 0.01, over);
    }

    @Test
    void countsAndAmountsAgreeOnWhatIsHeld() {
        assertEquals(
                0,
                share(row ->
                        zero("신용카드사용금액").test(row) != SAMPLE.cell(row, "신용카드개수").equals("0개")),
                1e-4);
        assertEquals(
                0,
                share(row -> zero("인터넷뱅킹거래금액").test(row)
                        != SAMPLE.cell(row, "인터넷뱅킹거래건수").equals("0건")),
                1e-4);
    }

    @Test
    void inflowLessOutflowIsTheChangeOfTheBalance() {
        int checked = 0;
        for (SampleText customer : LONELY_CUSTOMERS) {
            for (int i = 1; i < customer.rows().size(); i++) {
                double change = customer.number(customer.rows().get(i), "요구불예금잔액")
                        - customer.number(customer.rows().get(i - 1), "요구불예금잔액");
                double net = customer.number(customer.rows().get(i), "요구불입금금액")
                        - customer.number(customer.rows().get(i), "요구불출금금액");
                if (change != 0) {
                    assertEquals(change, net, 3e-4);
                    checked++;
                }
            }
        }
        assertTrue(checked > 200, "months checked: " + checked);
    }

    @Test
    void gradesMoveAndSomeMonthsAreMissing() {
        long moved = LONELY_CUSTOMERS.stream()
                .filter(customer -> customer.rows().stream()
                                .map(row -> customer.cell(row, "법인_고객등급"))
                                .distinct()
                                .count()
                        > 1)
                .count();
        assertBetween(0.05 * LONELY_CUSTOMERS.size(), 0.8 * LONELY_CUSTOMERS.size(), moved);
        assertTrue(
                LONELY_CUSTOMERS.stream().anyMatch(customer -> customer.rows().size() < 36));
    }

    @Test
    void decemberAndTheHarvestFestivalAreBusierThanFebruary() {
        double february = monthly("요구불출금금액", "02");
        assertTrue(monthly("요구불출금금액", "12") > 1.1 * february);
        assertTrue(monthly("신용카드사용금액", "12") > 1.05 * monthly("신용카드사용금액", "02"));
        assertTrue(monthly("신용카드사용금액", "09") > monthly("신용카드사용금액", "02"));
    }

    /** Exports over imports, month by month, against last month's rate; both in logs. */
    @Test
    void aWeakWonLiftsExportsAgainstImports() {
        List<Double> rates = List.copyOf(SAMPLE.summary().usdKrw().values());
        List<String> months = SAMPLE.summary().usdKrw().keySet().stream()
                .map(month -> month.toString().replace("-", ""))
                .toList();
        double[] x = IntStream.range(1, 36)
                .mapToDouble(i -> Math.log(rates.get(i - 1)))
                .toArray();
        double[] y = IntStream.range(1, 36)
                .mapToDouble(i -> Math.log(total(months.get(i), "외환_수출실적금액") / total(months.get(i), "외환_수입실적금액")))
                .toArray();
        assertTrue(slope(x, y) > 0.7, "elasticity: " + slope(x, y));
    }

    private static Predicate<List<String>> zero(String column) {
        return row -> SAMPLE.number(row, column) == 0;
    }

    private static double share(Predicate<List<String>> test) {
        return SAMPLE.rows().stream().filter(test).count()
                / (double) SAMPLE.rows().size();
    }

    private static long rows(String month) {
        return SAMPLE.rows().stream().filter(row -> row.get(0).equals(month)).count();
    }

    private static double total(String month, String column) {
        return SAMPLE.rows().stream()
                .filter(row -> row.get(0).equals(month))
                .mapToDouble(row -> SAMPLE.number(row, column))
                .sum();
    }

    /** Mean over rows of a month of the year. */
    private static double monthly(String column, String monthOfYear) {
        return SAMPLE.rows().stream()
                .filter(row -> row.get(0).endsWith(monthOfYear))
                .collect(Collectors.averagingDouble(row -> SAMPLE.number(row, column)));
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double products = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        return products
                / Arrays.stream(x)
                        .map(value -> (value - meanX) * (value - meanX))
                        .sum();
    }

    private static void assertBetween(double low, double high, double actual) {
        assertTrue(low <= actual && actual <= high, actual + " is not within " + low + " and " + high);
    }
}
