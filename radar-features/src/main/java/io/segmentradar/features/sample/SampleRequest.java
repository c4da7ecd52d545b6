package io.segmentradar.features.sample;

import io.segmentradar.features.calendar.KoreanCalendar;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What sample to write.
 *
 * @param customers customers who ever bank here, at least 1; about 85 % of them have a row in a given month
 * @param months length of the panel, at least 1
 * @param first its first month, such that every month lies in 1980 to 2050
 * @param seed same request, same bytes
 * @param encoding of the rows; it must know Hangul
 * @param threads how many to use, at least 1; the bytes do not depend on it
 */
public record SampleRequest(int customers, int months, YearMonth first, long seed, Charset encoding, int threads) {
    /** First month of a sample where the caller has no wish. */
    public static final YearMonth DEFAULT_FIRST = YearMonth.of(2022, 1);

    private static final Charset KOREAN_WINDOWS = Charset.forName("MS949");

    /**
     * @throws SampleRequestException if a value is out of range, naming every such value
     */
    public SampleRequest {
        List<String> faults = new ArrayList<>();
        if (customers < 1) {
            faults.add("customers must be at least 1, not " + customers);
        }
        if (months < 1) {
            faults.add("months must be at least 1, not " + months);
        } else if (first.getYear() < KoreanCalendar.FIRST_YEAR
                || first.plusMonths(months - 1L).getYear() > KoreanCalendar.LAST_YEAR) {
            faults.add("months must lie in " + KoreanCalendar.FIRST_YEAR + " to " + KoreanCalendar.LAST_YEAR + ", not "
                    + first + " to " + first.plusMonths(months - 1L));
        }
        if (!encoding.canEncode() || !encoding.newEncoder().canEncode("가뷁")) {
            faults.add("the encoding must know Hangul, unlike " + encoding + ": use cp949 or utf-8");
        }
        if (threads < 1) {
            faults.add("threads must be at least 1, not " + threads);
        }
        if (!faults.isEmpty()) {
            throw new SampleRequestException(faults);
        }
    }

    /**
     * The encoding of a name: {@code cp949} (the Korean Windows code page, in Java {@code MS949}) or {@code utf-8}.
     *
     * @throws SampleRequestException if the name is another one
     */
    public static Charset encoding(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "cp949", "ms949", "windows-949" -> KOREAN_WINDOWS;
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            default ->
                throw new SampleRequestException(
                        List.of("unknown encoding '" + name + "': allowed are cp949 and utf-8"));
        };
    }
}
