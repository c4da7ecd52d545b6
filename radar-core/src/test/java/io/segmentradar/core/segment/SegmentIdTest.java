package io.segmentradar.core.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentIdTest {
    @Test
    void joinsTheKeyValuesWithBars() {
        assertEquals(
                "숙박업|대구광역시|우수|Y", SegmentKey.of("숙박업", "대구광역시", "우수", "Y").id().value());
    }

    @Test
    void keysThatDifferHaveIdsThatDiffer() {
        assertNotEquals(
                SegmentKey.of("a|b", "c").id(), SegmentKey.of("a", "b|c").id());
        assertNotEquals(
                SegmentKey.of("a\\", "b").id(), SegmentKey.of("a", "\\b").id());
    }

    @Test
    void anIndexNumbersInIdOrderAndRefusesDuplicates() {
        SegmentIndex index = new SegmentIndex(List.of(SegmentKey.of("b"), SegmentKey.of("a")));
        assertEquals(0, index.row(new SegmentId("a")).orElseThrow());
        assertThrows(
                IllegalArgumentException.class,
                () -> new SegmentIndex(List.of(SegmentKey.of("a"), SegmentKey.of("a"))));
    }
}
