package io.segmentradar.core.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import java.util.List;
import java.util.Map;
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
    void theKeyOfAnIdIsTheKeyItWasMadeFrom() {
        for (SegmentKey key :
                List.of(SegmentKey.of("a|b", "c"), SegmentKey.of("a\\", "|"), SegmentKey.of("숙박업", "*", "우수", "Y"))) {
            assertEquals(key, key.id().key());
        }
    }

    @Test
    void peopleReadNamesAndNotCodes() {
        SegmentHierarchy hierarchy = SegmentHierarchy.standard(List.of(
                new SegmentDimension("industry", "i", new Label("업종", "Industry"), "미상", List.of()),
                new SegmentDimension(
                        "dedicated",
                        "d",
                        new Label("전담 여부", "Dedicated manager"),
                        "미상",
                        List.of("Y", "N"),
                        Map.of("Y", new Label("전담", "Dedicated")))));

        assertEquals("은행 전체", hierarchy.nameOf(SegmentKey.of("*", "*"), Language.KO));
        assertEquals("숙박업", hierarchy.nameOf(SegmentKey.of("숙박업", "*"), Language.EN));
        assertEquals("전담", hierarchy.nameOf(SegmentKey.of("*", "Y"), Language.KO));
        assertEquals("숙박업 · Dedicated", hierarchy.nameOf(SegmentKey.of("숙박업", "Y"), Language.EN));
        assertEquals("전담 여부 N", hierarchy.nameOf(SegmentKey.of("*", "N"), Language.KO));
        assertEquals("업종 미상 · 전담", hierarchy.nameOf(SegmentKey.of("미상", "Y"), Language.KO));
        assertEquals("숙박업 · N", hierarchy.nameOf(SegmentKey.of("숙박업", "N"), Language.EN));
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
