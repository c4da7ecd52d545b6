package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;
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
    /** Text to be read from {@link #next} to {@link #limit}: a block, or a line that begins in one and ends in another. */
    private char[] text = block.chars;

    private int next;
    private int limit;
    /** Where the block goes on behind such a line; the block's length if it does not. */
    private int rest;

    private boolean atEnd;

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
        while (hasText()) {
            char c = text[next++];
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
        if (!hasText()) {
            return -1;
        }
        int n = Math.min(length, limit - next);
        System.arraycopy(text, next, target, offset, n);
        next += n;
        return n;
    }

    /** Whether there is text left; if so, it is at {@link #position} of {@link #text}. */
    boolean hasText() {
        if (next == limit && rest < block.length) {
            text = block.chars;
            next = rest;
            limit = block.length;
            rest = limit;
        }
        return next < limit || advance();
    }

    /** Text that is not changed any more; what is left of it is from {@link #position} to {@link #limit}. */
    char[] text() {
        return text;
    }

    int position() {
        return next;
    }

    int limit() {
        return limit;
    }

    void moveTo(int position) {
        next = position;
    }

    /** Joins what is left of the text, which has no line end, with what follows up to the next; false at the end. */
    boolean extend() {
        char[] begun = Arrays.copyOfRange(text, next, limit);
        if (!advance()) {
            return false;
        }
        int cut = 0;
        while (cut < limit && text[cut++] != '\n') {}
        char[] joined = Arrays.copyOf(begun, begun.length + cut);
        System.arraycopy(text, 0, joined, begun.length, cut);
        text = joined;
        limit = joined.length;
        rest = cut;
        return true;
    }

    /** Takes the next block that has text; false at the end. */
    private boolean advance() {
        blocksOfRow++;
        if (blocksOfRow > LONGEST_ROW) {
            throw new InputRejectedException(file + ": the row that starts on line " + rowStart
                    + " has more than " + LONGEST_ROW * block.chars.length
                    + " characters. Close the quote that opens there.");
        }
        while (!atEnd) {
            TextBlock taken = blocks.get();
            if (taken == null) {
                atEnd = true;
                return false;
            }
            taken.malformedLines.moveTo(malformedLines);
            taken.oddQuoteLines.moveTo(oddQuoteLines);
            block = taken;
            rest = block.length;
            if (block.length > 0) {
                text = block.chars;
                next = 0;
                limit = block.length;
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        // the file belongs to whoever opened it
    }
}
