package io.segmentradar.features.csv;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.panel.MonthlySeries;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Reads a monthly series such as USD/KRW: two columns with a header, month ({@code YYYY-MM} or {@code YYYYMM}) and value.
 * Months may come in any order, but each only once.
 */
public final class MonthlySeriesCsv {
    private static final int BAD = -1;
    private static final int MONTHS_A_YEAR = 12;
    private static final int MOST_NAMED = 20;
    private static final int[] COLUMNS = {0, 1};

    private final String file;
    private final NumberText numbers = new NumberText();
    private final NavigableMap<YearMonth, Double> values = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private MonthlySeriesCsv(String file) {
        this.file = file;
    }

    /**
     * @param id such as {@code usd_krw}
     * @param publicationLag months after its own month at which a value is known
     * @throws InputRejectedException naming every bad line with what is wrong
     */
    public static MonthlySeries read(Path path, String id, Label label, int publicationLag) {
        try (CsvFile csv = new CsvFile(path, InputEncoding.AUTO)) {
            MonthlySeriesCsv series = new MonthlySeriesCsv(csv.name());
            requireTwoColumns(csv.header());
            CsvTokens rows = csv.rows(COLUMNS);
            for (String[] row = rows.next(); row != null; row = rows.next()) {
                series.add(row, rows);
            }
            series.requireGood();
            return new MonthlySeries(id, label, series.values, publicationLag);
        }
    }

    private static void requireTwoColumns(CsvHeader header) {
        if (header.size() != COLUMNS.length) {
            throw new InputRejectedException(header.where() + ": expected two columns, month and value, found "
                    + header.size() + ": " + String.join(", ", header.names())
                    + ". Keep these two and separate them by a comma.");
        }
        if (month(header.names().get(0)) != BAD) {
            throw new InputRejectedException(
                    header.where() + ": the header is missing. Put the line 'month,value' before the first month.");
        }
    }

    /** The number of a month, or −1. */
    private static int month(String text) {
        for (String pattern : List.of("YYYY-MM", "YYYYMM")) {
            MonthText month = new MonthText(pattern);
            if (month.read(text)) {
                return month.number();
            }
        }
        return BAD;
    }

    private void add(String[] row, CsvTokens rows) {
        String where = "line " + rows.line() + ": ";
        if (!rows.isComplete(row) || rows.isMalformed()) {
            problems.add(where + "not a month and a value");
            return;
        }
        int month = month(row[0]);
        if (month == BAD) {
            problems.add(where + "'" + row[0] + "' is not a month such as 2024-12");
        } else if (!numbers.read(row[1]) || Double.isNaN(numbers.value())) {
            problems.add(where + "'" + row[1] + "' is not a number");
        } else if (values.putIfAbsent(YearMonth.of(month / MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1), numbers.value())
                != null) {
            problems.add(where + row[0] + " appears a second time");
        }
    }

    private void requireGood() {
        if (!problems.isEmpty()) {
            String more = problems.size() > MOST_NAMED ? " and " + (problems.size() - MOST_NAMED) + " more" : "";
            throw new InputRejectedException(file + " has " + problems.size() + " bad line(s): "
                    + String.join("; ", problems.subList(0, Math.min(MOST_NAMED, problems.size()))) + more
                    + ". Correct them, nothing was used.");
        }
        if (values.isEmpty()) {
            throw new InputRejectedException(file + " has a header but no values. Deliver the file again.");
        }
    }
}
