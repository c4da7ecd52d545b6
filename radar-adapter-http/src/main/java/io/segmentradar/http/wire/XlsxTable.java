package io.segmentradar.http.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows as a workbook of one sheet with a frozen header and filters. */
public final class XlsxTable {
    private static final int FLUSH_EVERY = 1000;

    private XlsxTable() {}

    public static void write(String sheetName, Iterable<Map<String, Object>> rows, OutputStream out)
            throws IOException {
        List<String> columns = FlatRow.columns(rows);
        try (Workbook workbook = new Workbook(out, "Segment Radar", "1.0");
                Worksheet sheet = workbook.newWorksheet(sheetName)) {
            sheet.freezePane(0, 1);
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c));
            }
            int line = 1;
            for (Map<String, Object> row : rows) {
                Map<String, Object> flat = FlatRow.of(row);
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, line, c, flat.get(columns.get(c)));
                }
                if (line++ % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
            if (!columns.isEmpty()) {
                sheet.setAutoFilter(0, 0, line - 1, columns.size() - 1);
            }
        }
    }

    private static void cell(Worksheet sheet, int line, int column, Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            sheet.value(line, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(line, column, flag);
        } else if (value != null && !(value instanceof Number)) {
            sheet.value(line, column, FlatRow.harmless(value.toString()));
        }
    }
}
