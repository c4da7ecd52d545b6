package io.segmentradar.features.csv;

import com.univocity.parsers.common.TextWritingException;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes one table as CSV: UTF-8, comma, LF, header first. Text that a spreadsheet would run as a formula is
 * neutralised by a leading apostrophe. A missing number is an empty field.
 */
public final class CsvTable implements Closeable {
    private final CsvWriter writer;
    private final String[] row;
    private int filled;

    public CsvTable(OutputStream out, String... header) {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setNormalizedNewline('\n');
        settings.setMaxCharsPerColumn(-1);
        settings.setEmptyValue("");
        this.writer = new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), settings);
        this.row = new String[header.length];
        writer.writeHeaders(header);
    }

    public CsvTable text(Object value) {
        row[filled++] = value == null ? "" : neutral(value.toString());
        return this;
    }

    public CsvTable number(double value) {
        row[filled++] = PlainNumber.of(value);
        return this;
    }

    public CsvTable number(long value) {
        row[filled++] = Long.toString(value);
        return this;
    }

    /** Ends the row; all columns must have been given. */
    public void end() {
        if (filled != row.length) {
            throw new IllegalStateException("Row has " + filled + " of " + row.length + " columns");
        }
        writing(() -> writer.writeRow(row));
        filled = 0;
    }

    /** The parser library hides a full disk in exceptions of its own. */
    private static void writing(Runnable step) {
        try {
            step.run();
        } catch (TextWritingException | IllegalStateException e) {
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw e;
        }
    }

    private static String neutral(String text) {
        if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        return "'" + text;
    }

    @Override
    public void close() {
        writing(writer::close);
    }
}
