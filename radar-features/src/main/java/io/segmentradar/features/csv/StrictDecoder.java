package io.segmentradar.features.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the bytes of a file and stops at every malformed character. With {@link InputEncoding#AUTO} a byte order mark
 * decides, else the first character outside ASCII and the 256 KB that follow: UTF-8 if they are valid, else MS949.
 */
final class StrictDecoder {
    private static final int WINDOW = 1 << 18;

    private final DeliveredFile file;
    private final ByteBuffer bytes = ByteBuffer.allocate(WINDOW).flip();
    private boolean endOfBytes;
    private Charset charset;
    private CharsetDecoder decoder;

    StrictDecoder(DeliveredFile file, InputEncoding encoding) {
        this.file = file;
        this.charset = encoding.fixed().orElse(null);
        fill();
        skipByteOrderMark();
        this.decoder = strict(charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /** Why decoding stopped. */
    enum Stop {
        /** There is no room for more characters. */
        FULL,
        /** A malformed character has been skipped. */
        MALFORMED,
        /** The file is at its end. */
        END
    }

    /** The encoding in use; UTF-8 as long as everything is ASCII. */
    Charset charset() {
        return decoder.charset();
    }

    Stop decode(CharBuffer out) {
        while (true) {
            if (charset == null) {
                decide();
            }
            int limit = bytes.limit();
            if (charset == null) {
                bytes.limit(firstNonAscii());
            }
            CoderResult result = decoder.decode(bytes, out, endOfBytes && bytes.limit() == limit);
            bytes.limit(limit);
            if (result.isError()) {
                bytes.position(bytes.position() + result.length());
                return Stop.MALFORMED;
            }
            if (result.isOverflow()) {
                return Stop.FULL;
            }
            if (!endOfBytes) {
                fill();
            } else if (charset != null || !bytes.hasRemaining()) {
                return Stop.END;
            }
        }
    }

    private void fill() {
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

    /** Settles the encoding once the next byte is outside ASCII. */
    private void decide() {
        if (firstNonAscii() > bytes.position() || !bytes.hasRemaining()) {
            return;
        }
        fill();
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
