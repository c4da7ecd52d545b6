package io.segmentradar.core.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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

    /** Every alert of the run, with the money of one absent customer among its causes, as a reader is told it. */
    private static long toldOfAbsent(int lostInEachSegment, int minCustomers) {
        SegmentPanel panel = RUN.panel();
        Map<String, double[]> columns = new HashMap<>();
        for (String name : List.of(SegmentPanel.CUSTOMER_COUNT, Absences.LOST_COUNT)) {
            double[] values = new double[panel.segments() * panel.months().count()];
            Arrays.fill(values, name.equals(Absences.LOST_COUNT) ? lostInEachSegment : 50);
            columns.put(name, values);
        }
        List<DriverAttribution> causes = RUN.drivers().stream()
                .map(cause -> new DriverAttribution(
                        cause.alertId(),
                        List.of(new Driver(DriverKind.ABSENT, "absent", new Label("고객", "customer"), -7))))
                .toList();
        RadarRun run = new RadarRun(
                RUN.spec(),
                RUN.manifest(),
                RUN.ingest(),
                SegmentPanel.of(panel.index(), panel.months(), columns, columns.keySet()),
                RUN.published(),
                RUN.past(),
                RUN.accuracy(),
                RUN.alerts(),
                causes,
                RUN.actionReport());
        return new RunView(run, new Visibility(Map.of(), minCustomers))
                .alerts().stream()
                        .filter(row -> row.alert().level().equals("segment"))
                        .filter(row -> row.drivers().sum(DriverKind.ABSENT) != 0)
                        .count();
    }

    @Test
    void moneyOfAFewAbsentCustomersIsForThoseWhoSeeEveryFigure() {
        long alerts = toldOfAbsent(1, 0);

        assertTrue(alerts > 0);
        assertEquals(0, toldOfAbsent(2, 1), "fewer than three are absent");
        assertEquals(alerts, toldOfAbsent(3, 1));
    }
}
