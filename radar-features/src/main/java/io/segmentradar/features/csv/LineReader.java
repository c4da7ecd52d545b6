package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a file strictly and turns every kind of line end into {@code \n}. A malformed character becomes U+FFFD and its
 * line is remembered, so that just this row is rejected. With {@link InputEncoding#AUTO} the decision between UTF-8 and
 * MS949 falls at the first character outside ASCII, from the 256 KB that follow.
 */
final class LineReader extends Reader {
    /** What a malformed character becomes. */
    static final char REPLACEMENT = '\uFFFD';

    /** Longest line, in characters: a file without line ends must not fill the memory. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int WINDOW = 1 << 18;

    private final DeliveredFile file;
    private final ByteBuffer bytes = ByteBuffer.allocate(WINDOW).flip();
    private final char[] chars = new char[1 << 16];
    private final LongQueue malformedLines = new LongQueue();
    private final LongQueue oddQuoteLines = new LongQueue();
    private Charset charset;
    private CharsetDecoder decoder;
    private boolean endOfBytes;
    private int next;
    private int end;
    private long line = 1;
    private int lineLength;
    private boolean afterCarriageReturn;
    private boolean oddQuotes;

    LineReader(DeliveredFile file, InputEncoding encoding) {
        this.file = file;
        this.charset = encoding.fixed().orElse(null);
        fillBytes();
        skipByteOrderMark();
        this.decoder = strict(charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /** The encoding in use; UTF-8 as long as everything is ASCII. */
    Charset charset() {
        return decoder.charset();
    }

    /** Text up to the next line end outside quotes, without it; empty at a blank line, null at the end of the file. */
    String readRecord() {
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        boolean mayOpen = true;
        while (next < end || fillChars()) {
            char c = chars[next++];
            if (c == '\n' && !quoted) {
                return record.toString();
            }
            // A quote opens a quoted cell only where nothing but blanks, or the other half of a pair, comes before it.
            quoted = c == '"' ? !quoted && mayOpen : quoted;
            mayOpen = c == ',' || c == '"' || c <= ' ' && mayOpen;
            record.append(c);
            requireShort(record.length());
        }
        return record.isEmpty() ? null : record.toString();
    }

    /** Lines read so far, ahead of whoever consumes the text. */
    long lines() {
        return lineLength > 0 ? line : line - 1;
    }

    /** Lines with a malformed character; those of a row are to be removed when it has been read. */
    LongQueue malformedLines() {
        return malformedLines;
    }

    /** Lines with an odd number of quotes; those of a row are to be removed when it has been read. */
    LongQueue oddQuoteLines() {
        return oddQuoteLines;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (next == end && !fillChars()) {
            return -1;
        }
        int n = Math.min(length, end - next);
        System.arraycopy(chars, next, target, offset, n);
        next += n;
        return n;
    }

    @Override
    public void close() {
        // the file belongs to whoever opened it
    }

    private boolean fillChars() {
        next = 0;
        end = 0;
        while (end < chars.length - 1) {
            if (charset == null) {
                decide();
            }
            int limit = bytes.limit();
            if (charset == null) {
                bytes.limit(firstNonAscii());
            }
            CharBuffer out = CharBuffer.wrap(chars, end, chars.length - 1 - end);
            CoderResult result = decoder.decode(bytes, out, endOfBytes && bytes.limit() == limit);
            bytes.limit(limit);
            end = normalise(end, out.position());
            if (result.isError()) {
                bytes.position(bytes.position() + result.length());
                chars[end++] = REPLACEMENT;
                lineLength++;
                malformedLines.add(line);
            } else if (result.isOverflow()) {
                break;
            } else if (endOfBytes && !(charset == null && bytes.hasRemaining())) {
                break;
            } else {
                fillBytes();
            }
        }
        if (end == 0 && oddQuotes) {
            oddQuoteLines.add(line);
        }
        return end > 0;
    }

    /** Replaces line ends in place and keeps count of lines and quotes; gives the new end. */
    private int normalise(int from, int to) {
        int put = from;
        int lineStart = from;
        int i = from;
        if (afterCarriageReturn && from < to) {
            afterCarriageReturn = false;
            i += chars[from] == '\n' ? 1 : 0;
        }
        for (; i < to; i++) {
            char c = chars[i];
            if (c == '\r' || c == '\n') {
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
        return put;
    }

    private void endLine() {
        if (oddQuotes) {
            oddQuoteLines.add(line);
            oddQuotes = false;
        }
        line++;
        lineLength = 0;
    }

    private void requireShort(int length) {
        if (length > LONGEST_LINE) {
            throw new InputRejectedException(file.name() + ", line " + line + " is longer than " + LONGEST_LINE
                    + " characters. The line ends may be lost, or this is no CSV file. Deliver the file again.");
        }
    }

    private void fillBytes() {
        bytes.compact();
        while (bytes.hasRemaining() && !endOfBytes) {
            int n = file.read(bytes.array(), bytes.position(), bytes.remaining());
            if (n < 0) {
                endOfBytes = true;
            } else {
                bytes.position(bytes.position() + n);
            }
        }
        bytes.flip();
    }

    private void skipByteOrderMark() {
        int skip = 0;
        if (startsWith(0xEF, 0xBB, 0xBF) && (charset == null || charset.equals(StandardCharsets.UTF_8))) {
            charset = StandardCharsets.UTF_8;
            skip = 3;
        } else if (startsWith(0xFF, 0xFE) && (charset == null || charset.equals(StandardCharsets.UTF_16LE))) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (startsWith(0xFE, 0xFF) && (charset == null || charset.equals(StandardCharsets.UTF_16BE))) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        bytes.position(skip);
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.limit() <= i || (bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Settles the encoding once the next byte is outside ASCII: UTF-8 if the window is valid UTF-8, else MS949. */
    private void decide() {
        if (firstNonAscii() > bytes.position() || !bytes.hasRemaining()) {
            return;
        }
        fillBytes();
        CharBuffer scratch = CharBuffer.allocate(bytes.remaining());
        CoderResult result = strict(StandardCharsets.UTF_8).decode(bytes.duplicate(), scratch, endOfBytes);
        charset = result.isError() ? InputEncoding.MS949 : StandardCharsets.UTF_8;
        decoder = strict(charset);
    }

    private int firstNonAscii() {
        int at = bytes.position();
        while (at < bytes.limit() && bytes.get(at) >= 0) {
            at++;
        }
        return at;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
