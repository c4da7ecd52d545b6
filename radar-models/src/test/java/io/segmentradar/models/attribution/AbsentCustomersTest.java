package io.segmentradar.models.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbsentCustomersTest {
    private static final int MONTHS = 14;
    private static final SegmentKey KEY = SegmentKey.of("Books");
    private static final Kpi LOANS = new Kpi(
            "loans",
            new Label("대출", "Loans"),
            KpiKind.BALANCE,
            new KpiFormula(List.of(new KpiFormula.Term(1, "loans"))));

    /** Ten of a hundred are absent in every month, of whom six are back the next; in the last month three are, with 40. */
    private static SegmentPanel panel(String... names) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(name, new double[MONTHS]);
        }
        Arrays.fill(columns.get(SegmentPanel.CUSTOMER_COUNT), 100);
        if (names.length > 1) {
            Arrays.fill(columns.get(Absences.LOST_COUNT), 10);
            Arrays.fill(columns.get(Absences.RETURNED_COUNT), 6);
            columns.get(Absences.LOST_COUNT)[MONTHS - 1] = 3;
            columns.get(Absences.sinceNow("loans"))[MONTHS - 1] = 40;
        }
        return SegmentPanel.of(
                new SegmentIndex(List.of(KEY)),
                new MonthAxis(YearMonth.of(2024, 1), MONTHS),
                columns,
                columns.keySet());
    }

    private static SegmentPanel linked() {
        return panel(
                SegmentPanel.CUSTOMER_COUNT,
                Absences.ABSENT_COUNT,
                Absences.LOST_COUNT,
                Absences.RETURNED_COUNT,
                Absences.sinceNow("loans"));
    }

    private static List<Driver> tell(SegmentPanel panel, AlertType type, double actual, double expected) {
        Alert alert = new Alert(
                "id",
                "segment",
                KEY.id(),
                "loans",
                panel.months().last(),
                type,
                Severity.HIGH,
                actual,
                expected,
                0,
                2 * expected,
                0.001,
                Math.abs(actual - expected));
        return new AbsentCustomers(panel).of(NodeMonth.of(alert, panel, LOANS));
    }

    @Test
    void aFallIsToldWithTheAbsentTheirMoneyAndHowManyComeBack() {
        Driver driver = tell(linked(), AlertType.DROP, 150, 200).get(0);

        assertEquals(DriverKind.ABSENT, driver.kind());
        assertEquals(-40, driver.contribution());
        assertEquals("이번 달 자료에 없는 고객 3곳(보통 열에 여섯은 다음 달 돌아옴)", driver.label().ko());
        assertEquals(
                "3 customers absent this month (usually 6 in 10 are back the next)",
                driver.label().en());
    }

    @Test
    void nothingIsToldWhereTheyExplainLittleOrARiseOrWhatIsAheadOrAreUnknown() {
        assertTrue(tell(linked(), AlertType.DROP, 100, 200).isEmpty(), "40 of a fall of 100");
        assertTrue(tell(linked(), AlertType.SPIKE, 250, 200).isEmpty());
        assertTrue(tell(linked(), AlertType.FORECAST_DROP, 150, 200).isEmpty());
        assertTrue(tell(panel(SegmentPanel.CUSTOMER_COUNT), AlertType.DROP, 150, 200)
                .isEmpty());
    }
}
