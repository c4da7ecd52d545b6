package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import java.nio.CharBuffer;

/**
 * Decodes a file into blocks of text in which every kind of line end is {@code \n} and a malformed character is U+FFFD.
 * Notes the lines with such characters, so that just their rows are rejected.
 */
final class TextBlocks {
    /** What a malformed character becomes. */
    static final char REPLACEMENT = '\uFFFD';

    /** Longest line, in characters: a file without line ends must not fill the memory. */
    static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final StrictDecoder decoder;
    private TextBlock block;
    private long line = 1;
    private int lineLength;
    private boolean afterCarriageReturn;
    private boolean oddQuotes;
    private boolean atEnd;

    TextBlocks(DeliveredFile file, InputEncoding encoding) {
        this.file = file.name();
        this.decoder = new StrictDecoder(file, encoding);
    }

    /**
     * The next block, or null at the end.
     *
     * @throws InputRejectedException if a line is too long or the file cannot be read
     */
    TextBlock next() {
        if (atEnd) {
            return null;
        }
        block = new TextBlock();
        StrictDecoder.Stop stop = StrictDecoder.Stop.MALFORMED;
        while (stop == StrictDecoder.Stop.MALFORMED && block.length < block.chars.length - 1) {
            // One place is kept for the sign of a malformed character.
            CharBuffer room = CharBuffer.wrap(block.chars, block.length, block.chars.length - 1 - block.length);
            stop = decoder.decode(room);
            normalise(block.length, room.position());
            if (stop == StrictDecoder.Stop.MALFORMED) {
                block.chars[block.length++] = REPLACEMENT;
                afterCarriageReturn = false;
                lineLength++;
                block.malformedLines.add(line);
            }
        }
        atEnd = stop == StrictDecoder.Stop.END;
        if (atEnd && oddQuotes) {
            block.oddQuoteLines.add(line);
        }
        block.lines = lineLength > 0 ? line : line - 1;
        block.charset = decoder.charset();
        return block;
    }

    /** Replaces line ends of fresh characters in place and keeps count of lines and quotes. */
    private void normalise(int from, int to) {
        char[] chars = block.chars;
        int put = from;
        int lineStart = from;
        int i = from;
        if (afterCarriageReturn && from < to) {
            afterCarriageReturn = false;
            i += chars[from] == '\n' ? 1 : 0;
        }
        for (; i < to; i++) {
            char c = chars[i];
            if (c > '"') {
                chars[put++] = c;
            } else if (c == '\r' || c == '\n') {
                requireShort(lineLength + put - lineStart);
                chars[put++] = '\n';
                endLine();
                lineStart = put;
                if (c == '\r' && i + 1 == to) {
                    afterCarriageReturn = true;
                } else if (c == '\r' && chars[i + 1] == '\n') {
                    i++;
                }
            } else {
                oddQuotes ^= c == '"';
                chars[put++] = c;
            }
        }
        lineLength += put - lineStart;
        requireShort(lineLength);
        block.length = put;
    }

    private void endLine() {
        if (oddQuotes) {
            block.oddQuoteLines.add(line);
            oddQuotes = false;
        }
        line++;
        lineLength = 0;
    }

    private void requireShort(int length) {
        if (length > LONGEST_LINE) {
            throw new InputRejectedException(file + ", line " + line + " is longer than " + LONGEST_LINE
                    + " characters. The line ends may be lost, or this is no CSV file. Deliver the file again.");
        }
    }
}
