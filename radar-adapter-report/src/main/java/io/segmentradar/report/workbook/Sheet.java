package io.segmentradar.report.workbook;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table with frozen header, filters and number formats. */
record Sheet<T>(Label name, List<Column<T>> columns, List<T> rows) {
    private static final int FROZEN_COLUMNS = 3;
    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

    void write(Workbook workbook, Language language) {
        Worksheet sheet = workbook.newWorksheet(name.in(language));
        for (int c = 0; c < columns.size(); c++) {
            Column<T> column = columns.get(c);
            sheet.value(0, c, column.name().in(language));
            sheet.width(c, column.width());
            for (int r = 0; r < rows.size(); r++) {
                put(sheet, r + 1, c, column.cell().apply(rows.get(r)));
            }
            if (!column.format().isEmpty() && !rows.isEmpty()) {
                sheet.range(1, c, rows.size(), c)
                        .style()
                        .format(column.format())
                        .set();
            }
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("DCECEC")
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        sheet.freezePane(Math.min(FROZEN_COLUMNS, columns.size() - 1), 1);
        sheet.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(0);
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            if (Double.isFinite(number.doubleValue())) {
                sheet.value(row, column, number);
            }
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
        } else if (value != null) {
            sheet.value(row, column, harmless(value.toString()));
        }
    }

    /** A text that a spreadsheet could take for a formula, here or after export to CSV, gets a leading apostrophe. */
    static String harmless(String text) {
        boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
