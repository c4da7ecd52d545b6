package io.segmentradar.core.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunViewTest {
    private static final RadarRun RUN = RadarRuns.run(1, YearMonth.of(2024, 12));

    private static long withheld(int minCustomers) {
        return new RunView(RUN, new Visibility(Map.of(), minCustomers))
                .segments().stream().filter(SegmentRow::masked).count();
    }

    private static long segmentsBelow(int customers) {
        SegmentPanel panel = RUN.panel();
        return IntStream.range(0, panel.segments())
                .filter(s -> panel.column(SegmentPanel.CUSTOMER_COUNT)
                                .value(s, panel.months().count() - 1)
                        < customers)
                .count();
    }

    @Test
    void theSpecSaysWhatASmallSegmentIsAndAReadersOwnLimitOnlyRaisesIt() {
        assertEquals(3, RUN.spec().smallCells());
        assertEquals(4, segmentsBelow(3));

        assertEquals(0, withheld(0), "sees every figure");
        assertEquals(segmentsBelow(3), withheld(1));
        assertEquals(segmentsBelow(3), withheld(2));
        assertEquals(segmentsBelow(12), withheld(12));
    }
}
