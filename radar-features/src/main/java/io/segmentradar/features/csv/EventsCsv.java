package io.segmentradar.features.csv;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.KnownEvent;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.segment.SegmentId;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads known events: {@code segment_id, kpi, start_month, type, magnitude} and any further columns, with a header. A KPI
 * is named by its id or either label, a month is {@code YYYYMM} or {@code YYYY-MM}.
 */
public final class EventsCsv {
    private static final int MONTHS_A_YEAR = 12;
    private static final int[] COLUMNS = {0, 1, 2, 3, 4};
    private static final List<String> NAMES = List.of("segment_id", "kpi", "start_month", "type", "magnitude");

    private final KpiCatalog kpis;
    private final NumberText numbers = new NumberText();
    private final List<KnownEvent> events = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private EventsCsv(KpiCatalog kpis) {
        this.kpis = kpis;
    }

    /**
     * @throws InputRejectedException naming every bad line with what is wrong
     */
    public static List<KnownEvent> read(Path path, KpiCatalog kpis) {
        try (CsvFile csv = new CsvFile(path, InputEncoding.AUTO)) {
            List<String> names = csv.header().names();
            if (names.size() < NAMES.size() || !names.subList(0, NAMES.size()).equals(NAMES)) {
                throw new InputRejectedException(csv.header().where() + ": expected the columns "
                        + String.join(", ", NAMES) + " first, found " + String.join(", ", names) + ".");
            }
            EventsCsv reader = new EventsCsv(kpis);
            CsvTokens rows = csv.rows(COLUMNS);
            for (String[] row = rows.next(); row != null; row = rows.next()) {
                reader.add(row, "line " + rows.line() + ": ");
            }
            if (!reader.problems.isEmpty()) {
                throw new InputRejectedException(
                        csv.name() + ": " + String.join("; ", reader.problems) + ". Correct them, nothing was used.");
            }
            return reader.events;
        }
    }

    private void add(String[] row, String where) {
        Optional<YearMonth> start = month(row[2]);
        Optional<String> kpi = kpis.kpis().stream()
                .filter(known -> List.of(
                                known.id(), known.label().ko(), known.label().en())
                        .contains(row[1]))
                .map(Kpi::id)
                .findFirst();
        Optional<AlertType> type = Arrays.stream(AlertType.values())
                .filter(known -> known.name().equals(row[3]))
                .findFirst();
        if (start.isEmpty()) {
            problems.add(where + "'" + row[2] + "' is not a month such as 2024-12");
        } else if (kpi.isEmpty()) {
            problems.add(where + "no KPI '" + row[1] + "'; known: " + kpis.ids());
        } else if (type.isEmpty()) {
            problems.add(where + "no type '" + row[3] + "'; known: " + List.of(AlertType.values()));
        } else if (!numbers.read(row[4]) || Double.isNaN(numbers.value())) {
            problems.add(where + "'" + row[4] + "' is not a number");
        } else {
            events.add(new KnownEvent(new SegmentId(row[0]), kpi.get(), start.get(), type.get(), numbers.value()));
        }
    }

    private static Optional<YearMonth> month(String text) {
        return Stream.of("YYYY-MM", "YYYYMM")
                .map(MonthText::new)
                .filter(month -> month.read(text))
                .map(month -> YearMonth.of(month.number() / MONTHS_A_YEAR, month.number() % MONTHS_A_YEAR + 1))
                .findFirst();
    }
}
