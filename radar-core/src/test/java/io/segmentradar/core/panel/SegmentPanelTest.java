package io.segmentradar.core.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentPanelTest {
    private static final SegmentKey A = SegmentKey.of("a", "x");
    private static final SegmentKey B = SegmentKey.of("b", "x");
    private static final SegmentKey C = SegmentKey.of("a", "y");

    @Test
    void valuesAreMissingBeforeBirthAndAfterClosingButZeroWhileDormant() {
        SegmentPanel panel = SegmentPanels.monthly(10)
                .with(A, SegmentPanel.CUSTOMER_COUNT, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0)
                .with(A, "deposits", 0, 0, 7, 8, 0, 0, 0, 0, 0, 0)
                .build();

        assertEquals(Lifecycle.CLOSED, panel.lifecycle(0));
        assertTrue(panel.column("deposits").isMissing(0, 1));
        assertEquals(8, panel.column("deposits").value(0, 3));
        assertTrue(panel.column("deposits").isMissing(0, 4));
        assertThrows(IllegalStateException.class, () -> panel.column("deposits").value(0, 4));

        SegmentPanel before = panel.upTo(YearMonth.of(2022, 6));
        assertEquals(Lifecycle.DORMANT, before.lifecycle(0));
        assertEquals(0, before.column("deposits").value(0, 5));
    }

    @Test
    void anEarlierViewDoesNotShowWhatCameLater() {
        SegmentPanel panel = SegmentPanels.monthly(8)
                .with(A, "deposits", 1, 2, 3, 4, 5, 6, 7, 8)
                .build();
        SegmentPanel view = panel.upTo(YearMonth.of(2022, 3));

        assertEquals(3, view.months().count());
        assertEquals(3, view.column("deposits").series(0).length);
        assertThrows(
                IndexOutOfBoundsException.class, () -> view.column("deposits").orNaN(0, 3));
        assertThrows(IllegalArgumentException.class, () -> view.upTo(YearMonth.of(2022, 4)));
    }

    @Test
    void aSegmentIsNewForSixMonths() {
        SegmentPanel panel = SegmentPanels.monthly(9)
                .with(A, SegmentPanel.CUSTOMER_COUNT, 0, 0, 1, 1, 1, 1, 1, 1, 1)
                .build();

        assertFalse(panel.upTo(YearMonth.of(2022, 2)).isBorn(0));
        assertEquals(Lifecycle.NEW, panel.upTo(YearMonth.of(2022, 8)).lifecycle(0));
        assertEquals(Lifecycle.ACTIVE, panel.lifecycle(0));
    }

    @Test
    void nodesOfALevelSumTheirSegments() {
        SegmentPanel panel = SegmentPanels.monthly(2)
                .with(A, "deposits", 1, 2)
                .with(B, "deposits", 10, Double.NaN)
                .with(C, "deposits", 100, 200)
                .build();
        SegmentHierarchy hierarchy = SegmentHierarchy.standard(List.of(dimension("industry"), dimension("province")));

        SegmentPanel industries = panel.rollUp(hierarchy.level("industry"));

        assertEquals(
                List.of("a|*", "b|*"),
                industries.index().ids().stream().map(id -> id.value()).toList());
        assertEquals(101, industries.column("deposits").value(0, 0));
        assertEquals(202, industries.column("deposits").value(0, 1));
        assertTrue(industries.column("deposits").isMissing(1, 1));
        assertEquals(
                30,
                panel.rollUp(hierarchy.bank())
                        .column(SegmentPanel.CUSTOMER_COUNT)
                        .value(0, 0));
    }

    private static SegmentDimension dimension(String id) {
        return new SegmentDimension(id, id, new Label(id, id), "-", List.of());
    }
}
