package io.segmentradar.features.csv;

import io.segmentradar.core.run.RadarSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Positions of a spec's columns in the rows of one file; −1 where an optional column is absent. */
final class ColumnPositions {
    final int month;
    final int[] keys;
    final int[] amounts;
    final int[] ranges;
    final int width;

    ColumnPositions(CsvHeader header, RadarSpec spec) {
        this.month = header.position(spec.month().column());
        this.keys = positions(header, spec.dimensions().stream().map(d -> d.column()));
        this.amounts = positions(header, spec.amounts().stream().map(a -> a.column()));
        this.ranges = positions(header, spec.ranges().stream().map(r -> r.column()));
        this.width = header.size();
    }

    private static int[] positions(CsvHeader header, Stream<String> columns) {
        return columns.mapToInt(header::position).toArray();
    }

    /** The positions of all columns that are there. */
    int[] all() {
        return Stream.of(new int[] {month}, keys, amounts, ranges)
                .flatMapToInt(IntStream::of)
                .filter(position -> position >= 0)
                .toArray();
    }
}
