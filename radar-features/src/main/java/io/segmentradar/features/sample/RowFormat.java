package io.segmentradar.features.sample;

import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes rows as bytes the way banks' extracts look: amounts with one to four decimals, counts as ranges, and now and
 * then a row with blanks around its values or with thousands separators in quotes. All texts are encoded once.
 */
final class RowFormat {
    private static final Amount[] AMOUNTS = Amount.values();
    private static final Count[] COUNTS = Count.values();
    private static final int LARGEST_COUNT = 51;
    private static final double ODDITY = 0.0003;

    private final Market market;
    private final Charset charset;
    private final byte[][] industries;
    private final byte[][] provinces;
    private final byte[][][] districts;
    private final byte[][] grades;
    private final byte[][][] counts;

    RowFormat(Market market, Charset charset) {
        this.market = market;
        this.charset = charset;
        industries = encode(market.industries().stream().map(industry -> quoted(industry.name())));
        provinces = encode(market.provinces().stream().map(Market.Province::name));
        districts = market.provinces().stream()
                .map(province -> encode(province.districts().stream()))
                .toArray(byte[][][]::new);
        grades = encode(Market.GRADES.stream());
        counts = Arrays.stream(COUNTS)
                .map(count -> encode(
                        Stream.iterate(0, n -> n + 1).limit(LARGEST_COUNT + 1).map(count::text)))
                .toArray(byte[][][]::new);
    }

    byte[] header() {
        List<String> keys = List.of("기준년월", "업종_중분류", "사업장_시도", "사업장_시군구", "법인_고객등급", "전담고객여부");
        Stream<String> amounts = Arrays.stream(AMOUNTS).map(Amount::column);
        Stream<String> counted = Arrays.stream(COUNTS).map(Count::column);
        String line =
                Stream.concat(keys.stream(), Stream.concat(amounts, counted)).collect(Collectors.joining(","));
        return (line + "\n").getBytes(charset);
    }

    byte[] month(YearMonth month) {
        return String.valueOf(month.getYear() * 100 + month.getMonthValue()).getBytes(charset);
    }

    /** Appends a row. */
    void write(byte[] month, SampleRow row, int district, RandomStream random, ByteLine out) {
        int cell = row.cell();
        int province = market.provinceOf(cell);
        boolean padded = random.chance(ODDITY);
        boolean grouped = random.chance(ODDITY);
        out.text(month).comma();
        out.text(industries[market.industryOf(cell)]).comma();
        out.text(provinces[province]).comma();
        out.text(districts[province][district]).comma();
        out.text(grades[Market.gradeOf(cell)]);
        if (padded) {
            out.symbol(' ');
        }
        out.comma().symbol(Market.dedicatedOf(cell) ? 'Y' : 'N');
        for (Amount amount : AMOUNTS) {
            out.comma();
            double value = row.get(amount);
            if (padded && value > 0) {
                out.symbol(' ').decimal(value).symbol(' ');
            } else if (grouped && value >= 1000) {
                out.grouped(value);
            } else {
                out.decimal(value);
            }
        }
        for (int i = 0; i < COUNTS.length; i++) {
            out.comma().text(counts[i][Math.min(row.get(COUNTS[i]), LARGEST_COUNT)]);
        }
        out.symbol('\n');
    }

    private byte[][] encode(Stream<String> texts) {
        return texts.map(text -> text.getBytes(charset)).toArray(byte[][]::new);
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 ? text : '"' + text + '"';
    }
}
