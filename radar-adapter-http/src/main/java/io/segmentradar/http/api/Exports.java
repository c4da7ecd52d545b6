package io.segmentradar.http.api;

import io.javalin.http.Context;
import io.segmentradar.http.wire.CsvTable;
import io.segmentradar.http.wire.TableFormat;
import io.segmentradar.http.wire.XlsxTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Sends a whole list as CSV or as a workbook, row by row. */
final class Exports {
    private Exports() {}

    static void write(Context ctx, TableFormat format, Answer.Listing<?> listing) {
        ctx.contentType(format.contentType());
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Disposition", "attachment; filename=\"" + listing.name() + '.' + format.extension() + '"');
        try (OutputStream out = ctx.outputStream()) {
            if (format == TableFormat.CSV) {
                CsvTable.write(listing.rows(), out);
            } else {
                XlsxTable.write(listing.name(), listing.rows(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away during an export", e);
        }
    }
}
