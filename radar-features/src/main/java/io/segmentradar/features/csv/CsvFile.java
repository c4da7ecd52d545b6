package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One CSV file from its header on: columns and rows. A thread of its own unpacks and decodes. */
final class CsvFile implements AutoCloseable {
    private static final String THREAD = "csv-decoder";

    private static final int WAITING_BLOCKS = 16;

    private final DeliveredFile file;
    private final Background<TextBlock> blocks;
    private final LineReader reader;
    private final long headerLine;
    private final long headerEnd;
    private final CsvHeader header;

    /**
     * Opens a file and reads its header.
     *
     * @throws InputRejectedException if there is no readable header
     */
    CsvFile(Path path, InputEncoding encoding) {
        this.file = new DeliveredFile(path);
        this.blocks = new Background<>(THREAD, WAITING_BLOCKS, consumer -> {
            TextBlocks text = new TextBlocks(file, encoding);
            for (TextBlock block = text.next(); block != null; block = text.next()) {
                consumer.accept(block);
            }
        });
        try {
            this.reader = new LineReader(file.name(), blocks::next);
            long line = 1;
            String text = reader.readRecord();
            while (text != null && text.isBlank()) {
                line++;
                text = reader.readRecord();
            }
            if (text == null) {
                throw new InputRejectedException(file.name() + " has only blank lines. Deliver the file again.");
            }
            this.headerLine = line;
            this.headerEnd = line + text.chars().filter(c -> c == '\n').count();
            requireText(text);
            reader.oddQuoteLines().removeUpTo(headerEnd);
            this.header = new CsvHeader(where(), CsvTokens.split(where(), text));
        } catch (RuntimeException e) {
            try {
                close();
            } catch (InputRejectedException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void requireText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InputRejectedException(
                    where() + " has zero bytes: this is UTF-16 or no text. Save the file as CSV in UTF-8 or CP949.");
        }
        if (text.indexOf(TextBlocks.REPLACEMENT) >= 0) {
            throw new InputRejectedException(
                    where()
                            + ": the header has characters that this encoding does not have. Use --encoding auto, or name the right encoding.");
        }
    }

    /** File and line of the header and how it was decoded, for messages. */
    private String where() {
        return file.name() + ", line " + headerLine + " (read as " + InputEncoding.nameOf(reader.charset()) + ")";
    }

    String name() {
        return file.name();
    }

    CsvHeader header() {
        return header;
    }

    /** The rows behind the header; to be called once. */
    CsvTokens rows(int[] selected) {
        return new CsvTokens(file.name(), reader, header.size(), selected, headerEnd);
    }

    /** The same for a bank's extract, which is large; one of both is to be called. */
    RowSplitter extract(int[] selected) {
        return new RowSplitter(file.name(), reader, header.size(), selected, headerEnd);
    }

    /** What was delivered; to be called once, after the last row. */
    Delivery.FileEnd end(List<String> ignored) {
        file.drain();
        return new Delivery.FileEnd(
                file.name(), file.sha256(), InputEncoding.nameOf(reader.charset()), file.bytes(), ignored);
    }

    @Override
    public void close() {
        blocks.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new InputRejectedException(file.name() + " cannot be closed: " + e, e);
        }
    }
}
