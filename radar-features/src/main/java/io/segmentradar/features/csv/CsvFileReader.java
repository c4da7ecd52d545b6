package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.run.RadarSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Decodes and tokenises files, on the reading thread. */
final class CsvFileReader {
    private final RadarSpec spec;
    private final InputEncoding encoding;
    private final Consumer<Delivery> sink;

    CsvFileReader(RadarSpec spec, InputEncoding encoding, Consumer<Delivery> sink) {
        this.spec = spec;
        this.encoding = encoding;
        this.sink = sink;
    }

    /** Delivers the rows of a file in batches, then its end. */
    void read(Path path) {
        try (DeliveredFile file = new DeliveredFile(path)) {
            LineReader reader = new LineReader(file, encoding);
            long line = 0;
            String headerText;
            do {
                line++;
                headerText = reader.readRecord();
                if (headerText == null) {
                    throw new InputRejectedException(file.name() + " has only blank lines. Deliver the file again.");
                }
            } while (headerText.isBlank());
            CsvHeader header = header(file.name(), reader, headerText, line);
            ColumnPositions positions = new ColumnPositions(header, spec);
            long headerLines = headerText.chars().filter(c -> c == '\n').count();
            deliverRows(file.name(), new CsvTokens(file.name(), reader, positions, line + headerLines), positions);
            file.drain();
            sink.accept(new Delivery.FileEnd(
                    file.name(),
                    file.sha256(),
                    InputEncoding.nameOf(reader.charset()),
                    file.bytes(),
                    header.ignored(spec)));
        } catch (IOException e) {
            throw new InputRejectedException(path.getFileName() + " cannot be closed: " + e, e);
        }
    }

    private CsvHeader header(String file, LineReader reader, String text, long line) {
        String where = file + ", line " + line;
        if (text.indexOf('\0') >= 0) {
            throw new InputRejectedException(
                    where + " has zero bytes: this is UTF-16 or no text. Save the file as CSV in UTF-8 or CP949.");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw new InputRejectedException(where + ": the header is not valid "
                    + InputEncoding.nameOf(reader.charset()) + ". Use --encoding auto, or name the right encoding.");
        }
        reader.oddQuoteLines()
                .removeUpTo(line + text.chars().filter(c -> c == '\n').count());
        CsvHeader header = new CsvHeader(where, CsvTokens.split(text));
        header.check(spec);
        return header;
    }

    private void deliverRows(String file, CsvTokens tokens, ColumnPositions positions) {
        RowBatch batch = new RowBatch(file, positions);
        boolean any = false;
        for (String[] row = tokens.next(); row != null; row = tokens.next()) {
            any = true;
            batch.add(row, tokens.line(), tokens.isMalformed());
            if (batch.isFull()) {
                sink.accept(batch);
                batch = new RowBatch(file, positions);
            }
        }
        if (!any) {
            throw new InputRejectedException(file + " has a header but no rows. Deliver the file again.");
        }
        sink.accept(batch);
    }
}
