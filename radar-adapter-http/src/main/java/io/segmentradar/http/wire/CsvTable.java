package io.segmentradar.http.wire;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Rows as CSV (RFC 4180), UTF-8 with a byte order mark, which Excel needs to read Korean. */
public final class CsvTable {
    private CsvTable() {}

    public static void write(Iterable<Map<String, Object>> rows, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write('\uFEFF');
        List<String> columns = FlatRow.columns(rows);
        writeLine(columns, csv);
        for (Map<String, Object> row : rows) {
            Map<String, Object> flat = FlatRow.of(row);
            writeLine(columns.stream().map(flat::get).toList(), csv);
        }
        csv.flush();
    }

    private static void writeLine(List<?> cells, Writer csv) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            csv.write(separator);
            csv.write(text(cell));
            separator = ",";
        }
        csv.write("\r\n");
    }

    private static String text(Object cell) {
        if (cell == null || cell instanceof Double number && !Double.isFinite(number)) {
            return "";
        }
        if (cell instanceof Number || cell instanceof Boolean) {
            return cell.toString();
        }
        String text = FlatRow.harmless(cell.toString());
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
