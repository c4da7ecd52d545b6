package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.KnownEvent;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.features.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCsvTest {
    private static final KpiCatalog KPIS = new SpecLoader().load("imbank").kpis();
    private static final String HEADER = "segment_id,kpi,start_month,type,magnitude,duration_months\n";

    @TempDir
    Path temp;

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("events.csv"), text);
    }

    @Test
    void aKpiIsNamedByItsIdOrEitherLabelAndAMonthWithOrWithoutDash() throws IOException {
        Path file = file(HEADER
                + "제조업|서울|우수|Y,예금총잔액,2024-12,DROP,-0.4,1\n"
                + "제조업|서울|우수|Y,deposits,202411,SPIKE,0.5,2\n"
                + "\"a,b|c|d|N\",loans,2024-10,INFLECTION,0.1,6\n");

        List<KnownEvent> events = EventsCsv.read(file, KPIS);

        SegmentId segment = new SegmentId("제조업|서울|우수|Y");
        assertEquals(
                List.of(
                        new KnownEvent(segment, "deposits", YearMonth.of(2024, 12), AlertType.DROP, -0.4),
                        new KnownEvent(segment, "deposits", YearMonth.of(2024, 11), AlertType.SPIKE, 0.5),
                        new KnownEvent(
                                new SegmentId("a,b|c|d|N"),
                                "loans",
                                YearMonth.of(2024, 10),
                                AlertType.INFLECTION,
                                0.1)),
                events);
    }

    @Test
    void everyBadLineIsNamedWithWhatIsWrong() throws IOException {
        Path file = file(HEADER
                + "a|b|c|d,deposits,2024-13,DROP,0.4,1\n"
                + "a|b|c|d,profit,2024-12,DROP,0.4,1\n"
                + "a|b|c|d,deposits,2024-12,FALL,0.4,1\n"
                + "a|b|c|d,deposits,2024-12,DROP,much,1\n");

        String message = assertThrows(InputRejectedException.class, () -> EventsCsv.read(file, KPIS))
                .getMessage();

        for (String part : List.of("line 2", "2024-13", "line 3", "profit", "line 4", "FALL", "line 5", "much")) {
            assertTrue(message.contains(part), part + " in " + message);
        }
    }

    @Test
    void aHeaderOfOtherColumnsIsRefused() throws IOException {
        Path file = file("segment,kpi,month\na,deposits,2024-12\n");

        assertTrue(assertThrows(InputRejectedException.class, () -> EventsCsv.read(file, KPIS))
                .getMessage()
                .contains("segment_id, kpi, start_month, type, magnitude"));
    }

    @Test
    void aHeaderWithoutRowsIsNoEvents() throws IOException {
        assertEquals(List.of(), EventsCsv.read(file(HEADER), KPIS));
    }
}
