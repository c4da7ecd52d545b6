package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/** The text of a file for the tokeniser, and what is known about its lines so far. One thread. */
final class LineReader extends Reader {
    /** Longest row, in blocks of text: a quote that is never closed must not fill the memory. */
    private static final int LONGEST_ROW = 64;

    private final String file;
    private final Supplier<TextBlock> blocks;
    private final LongQueue malformedLines = new LongQueue();
    private final LongQueue oddQuoteLines = new LongQueue();
    private TextBlock block = new TextBlock();
    private int next;
    private long rowStart = 1;
    private int blocksOfRow;

    /**
     * @param blocks the blocks of the file in order, then null
     */
    LineReader(String file, Supplier<TextBlock> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /** The encoding in use as far as it is known; final at the end of the file. */
    Charset charset() {
        return block.charset;
    }

    /** Lines read so far, ahead of whoever consumes the text. */
    long lines() {
        return block.lines;
    }

    /** Lines with a malformed character; those of a row are to be removed when it has been read. */
    LongQueue malformedLines() {
        return malformedLines;
    }

    /** Lines with an odd number of quotes; those of a row are to be removed when it has been read. */
    LongQueue oddQuoteLines() {
        return oddQuoteLines;
    }

    /** Tells that what is read from now on belongs to a row that starts on {@code line}. */
    void beginRow(long line) {
        rowStart = line;
        blocksOfRow = 0;
    }

    /** Text up to the next line end outside quotes, without it; empty at a blank line, null at the end of the file. */
    String readRecord() {
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        boolean mayOpen = true;
        while (next < block.length || advance()) {
            char c = block.chars[next++];
            if (c == '\n' && !quoted) {
                return record.toString();
            }
            // A quote opens a quoted cell only where nothing but blanks, or the other half of a pair, comes before it.
            quoted = c == '"' ? !quoted && mayOpen : quoted;
            mayOpen = c == ',' || c == '"' || c <= ' ' && mayOpen;
            record.append(c);
        }
        return record.isEmpty() ? null : record.toString();
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (next == block.length && !advance()) {
            return -1;
        }
        int n = Math.min(length, block.length - next);
        System.arraycopy(block.chars, next, target, offset, n);
        next += n;
        return n;
    }

    /** Takes the next block that has text; false at the end. */
    private boolean advance() {
        blocksOfRow++;
        if (blocksOfRow > LONGEST_ROW) {
            throw new InputRejectedException(file + ": the row that starts on line " + rowStart
                    + " has more than " + LONGEST_ROW * block.chars.length
                    + " characters. Close the quote that opens there.");
        }
        TextBlock taken = blocks.get();
        while (taken != null) {
            taken.malformedLines.moveTo(malformedLines);
            taken.oddQuoteLines.moveTo(oddQuoteLines);
            block = taken;
            next = 0;
            if (block.length > 0) {
                return true;
            }
            taken = blocks.get();
        }
        return false;
    }

    @Override
    public void close() {
        // the file belongs to whoever opened it
    }
}
