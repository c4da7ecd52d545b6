package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SampleRequestTest {
    @Test
    void everyFaultIsNamedAtOnce() {
        SampleRequestException error = assertThrows(
                SampleRequestException.class,
                () -> new SampleRequest(0, 13, YearMonth.of(2050, 1), 1, StandardCharsets.ISO_8859_1, -2));
        for (String fault : new String[] {
            "customers must be at least 1, not 0",
            "1980 to 2050, not 2050-01 to 2051-01",
            "ISO-8859-1: use cp949 or utf-8",
            "threads must be at least 1, not -2"
        }) {
            assertTrue(error.getMessage().contains(fault), error.getMessage());
        }
    }

    @Test
    void theKoreanCodePageIsTheOneThatKnowsAllHangul() {
        assertTrue(SampleRequest.encoding("CP949").newEncoder().canEncode("뷁"));
        assertEquals(StandardCharsets.UTF_8, SampleRequest.encoding("utf-8"));
        assertThrows(SampleRequestException.class, () -> SampleRequest.encoding("latin1"));
    }
}
