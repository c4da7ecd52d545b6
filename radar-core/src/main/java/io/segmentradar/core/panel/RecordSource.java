package io.segmentradar.core.panel;

/** Where the bank's rows come from: one row per customer and month (or rows that are aggregated already). */
public interface RecordSource {
    /**
     * Streams every good row once, in input order, into {@code sink}; bad rows are reported, never passed on.
     *
     * @throws InputRejectedException if the input cannot be read as a whole (missing columns, truncated file)
     */
    IngestReport read(RecordSink sink);

    /** Takes rows one at a time. */
    interface RecordSink {
        /** The row is only valid during the call: a source may reuse it. */
        void accept(RawRecord row);
    }

    /** One good row, columns numbered as in the spec. */
    interface RawRecord {
        /** Month as {@code year × 12 + month − 1}. */
        int monthNumber();

        /** Trimmed value of a key dimension; never blank. */
        String key(int dimension);

        /** Amount in the spec's money unit, or NaN where the cell is blank. */
        double amount(int column);

        /** Count read from a range text, or NaN where the cell is blank. */
        double count(int column);
    }
}
