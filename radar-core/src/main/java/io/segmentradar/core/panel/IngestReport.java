package io.segmentradar.core.panel;

import java.util.List;

/**
 * What reading the input found.
 *
 * @param files the input files in reading order
 * @param rejects rows left out, in reading order
 * @param ignoredColumns columns that the spec does not name
 */
public record IngestReport(List<InputFile> files, List<Reject> rejects, List<String> ignoredColumns) {
    public IngestReport {
        files = List.copyOf(files);
        rejects = List.copyOf(rejects);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /** Data rows seen, good and bad. */
    public long rows() {
        return files.stream().mapToLong(InputFile::rows).sum();
    }

    /** Share of rows rejected, 0..1; 0 for an empty input. */
    public double rejectRate() {
        long bad = files.stream().mapToLong(InputFile::rejects).sum();
        return rows() == 0 ? 0 : (double) bad / rows();
    }

    /**
     * One input file.
     *
     * @param sha256 of the bytes as delivered, in lower-case hex
     * @param rows data rows seen, good and bad
     */
    public record InputFile(String name, String sha256, String encoding, long bytes, long rows, long rejects) {}

    /**
     * A row that was left out.
     *
     * @param line 1-based line where the row starts
     * @param column name of the offending column, empty when the row as a whole is bad
     */
    public record Reject(String file, long line, String column, String value, String reason) {}
}
