package io.segmentradar.features.csv;

import java.nio.charset.Charset;

/** A stretch of a file's text on its way from the decoding to the tokenising thread. */
final class TextBlock {
    private static final int SIZE = 1 << 16;

    final char[] chars = new char[SIZE];
    int length;
    /** Lines with a malformed character in this block, ascending. */
    final LongQueue malformedLines = new LongQueue();
    /** Lines with an odd number of quotes that end in this block, ascending. */
    final LongQueue oddQuoteLines = new LongQueue();
    /** Lines of the file up to the end of this block, a begun one included. */
    long lines;
    /** Encoding as far as it is known. */
    Charset charset;
}
