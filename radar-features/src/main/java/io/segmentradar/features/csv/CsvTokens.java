package io.segmentradar.features.csv;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.segmentradar.core.RadarException;
import io.segmentradar.core.panel.InputRejectedException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Splits the text of one file into rows and knows on which line each starts. A row has one cell per header column, null
 * where it is not selected; a row with fewer or more cells is told by {@link #isComplete}.
 */
final class CsvTokens {
    /** Longest cell, as in Excel. */
    static final int LONGEST_CELL = 32_767;

    /** A last quote that stands at the beginning of a cell. */
    private static final Pattern OPENS_CELL = Pattern.compile("(?:^|,)[ \\t]*\"[^\"]*$");

    private static final int MORE_COLUMNS = 10_000;

    private final String file;
    private final LineReader reader;
    private final CsvParser parser;
    private final int width;
    private final long offset;
    private long startLine;
    private long endLine;
    private boolean malformed;
    private boolean quoteOpen;

    /**
     * @param reader positioned behind the header
     * @param width columns of the header
     * @param selected positions of the columns to be read; the last column is read as well, because it shows whether a
     *     row is complete
     * @param offset lines before the reader's position
     */
    CsvTokens(String file, LineReader reader, int width, int[] selected, long offset) {
        this.file = file;
        this.reader = reader;
        this.width = width;
        this.offset = offset;
        this.endLine = offset;
        this.parser = new CsvParser(settings(width, selected));
        try {
            parser.beginParsing(reader);
        } catch (TextParsingException e) {
            throw rejected(e, file + ", line " + (offset + 1));
        }
    }

    /**
     * The cells of a header line.
     *
     * @param where file and line, for messages
     */
    static String[] split(String where, String header) {
        try {
            return new CsvParser(settings(MORE_COLUMNS)).parseLine(header);
        } catch (TextParsingException e) {
            throw rejected(e, where);
        }
    }

    /** The cells of a line whose quotes, if any, enclose whole cells; null if it is blank. */
    static String[] split(String file, long line, String text, int width, int[] selected) {
        try {
            String[] row = new CsvParser(settings(width, selected)).parseLine(text);
            return row == null || isBlank(row, width) ? null : row;
        } catch (TextParsingException e) {
            throw rejected(e, file + ", row starting on line " + line);
        }
    }

    private static CsvParserSettings settings(int width, int[] selected) {
        CsvParserSettings settings = settings(width + MORE_COLUMNS);
        settings.setHeaders(new String[width]);
        settings.setColumnReorderingEnabled(false);
        settings.selectIndexes(IntStream.concat(IntStream.of(selected), IntStream.of(width - 1))
                .distinct()
                .boxed()
                .toArray(Integer[]::new));
        return settings;
    }

    private static CsvParserSettings settings(int columns) {
        CsvParserSettings settings = new CsvParserSettings();
        CsvFormat format = settings.getFormat();
        format.setLineSeparator("\n");
        settings.setLineSeparatorDetectionEnabled(false);
        settings.setCommentProcessingEnabled(false);
        settings.setSkipEmptyLines(false);
        settings.setReadInputOnSeparateThread(false);
        settings.setInputBufferSize(1 << 16);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setMaxColumns(columns);
        // A blank cell is an empty text, so that null shows a cell that is not there.
        settings.setNullValue("");
        settings.setEmptyValue("");
        return settings;
    }

    /**
     * The next row that is not a blank line, or null at the end.
     *
     * @throws InputRejectedException if quotes or lengths show that the text is no longer split as meant
     */
    String[] next() {
        String[] row;
        do {
            startLine = endLine + 1;
            reader.beginRow(startLine);
            row = parse();
            if (row == null) {
                requireClosedQuote();
                return null;
            }
            endLine = Math.min(offset + parser.getContext().currentLine(), reader.lines());
            malformed = reader.malformedLines().removeUpTo(endLine) > 0;
            quoteOpen = reader.oddQuoteLines().removeUpTo(endLine) % 2 == 1 && isQuoteOpen();
        } while (endLine == startLine && isBlank(row, width));
        if (endLine > startLine && !isComplete(row)) {
            throw new InputRejectedException(file + ", lines " + startLine + " to " + endLine
                    + ": quotes join these lines to one row, but it does not have " + width
                    + " cells. Close the quote that opens on line " + startLine + ".");
        }
        return row;
    }

    /** Line on which the last row starts, 1-based. */
    long line() {
        return startLine;
    }

    /** Whether the last row has a character that the encoding does not know. */
    boolean isMalformed() {
        return malformed;
    }

    /** Whether a row has exactly as many cells as the header. */
    boolean isComplete(String[] row) {
        return isComplete(row, width);
    }

    static boolean isComplete(String[] row, int width) {
        return row.length == width && row[width - 1] != null;
    }

    private static boolean isBlank(String[] row, int width) {
        if (isComplete(row, width)) {
            return false;
        }
        for (String cell : row) {
            if (cell != null && !cell.isEmpty()) {
                return false;
            }
        }
        return row.length <= width;
    }

    /**
     * Of a row with an odd number of quotes: whether its last quote opens a cell, which then has no end. A quote within
     * a cell that does not begin with one belongs to the cell and does no harm.
     */
    private boolean isQuoteOpen() {
        String text = parser.getContext().currentParsedContent();
        return text != null && OPENS_CELL.matcher(text).find();
    }

    private void requireClosedQuote() {
        if (quoteOpen) {
            throw new InputRejectedException(file
                    + ": the last row has a quote that is not closed. The file may be truncated; deliver it again.");
        }
    }

    private String[] parse() {
        try {
            return parser.parseNext();
        } catch (TextParsingException e) {
            throw rejected(e, file + ", row starting on line " + startLine);
        }
    }

    /** What went wrong below the parser, or else what the parser stumbled over. */
    private static RadarException rejected(TextParsingException e, String where) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RadarException known) {
                return known;
            }
        }
        return new InputRejectedException(where + ": " + reason(e) + " Correct the quotes and separators there.", e);
    }

    private static String reason(TextParsingException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("exceeds the maximum number of characters")) {
            return "a cell is longer than " + LONGEST_CELL + " characters; a quote may not be closed.";
        }
        if (e.getCause() instanceof ArrayIndexOutOfBoundsException) {
            return "more than " + MORE_COLUMNS + " cells beyond the header.";
        }
        return "a quote stands inside a quoted cell, or text follows a closing quote.";
    }
}
