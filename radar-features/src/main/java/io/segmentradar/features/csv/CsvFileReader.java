package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.run.RadarSpec;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Decodes and tokenises files, on the reading thread. */
final class CsvFileReader {
    private final RadarSpec spec;
    private final InputEncoding encoding;
    private final Consumer<Delivery> sink;

    CsvFileReader(RadarSpec spec, InputEncoding encoding, Consumer<Delivery> sink) {
        this.spec = spec;
        this.encoding = encoding;
        this.sink = sink;
    }

    /** Delivers the rows of a file in batches, then its end. */
    void read(Path path) {
        try (CsvFile file = new CsvFile(path, encoding)) {
            file.header().check(spec);
            ColumnPositions positions = new ColumnPositions(file.header(), spec);
            RowSplitter rows = file.extract(positions.all());
            RowBatch batch = new RowBatch(file.name(), positions);
            if (!rows.next(batch)) {
                throw new InputRejectedException(file.name() + " has a header but no rows. Deliver the file again.");
            }
            while (rows.next(batch)) {
                if (batch.isFull()) {
                    sink.accept(batch);
                    batch = new RowBatch(file.name(), positions);
                }
            }
            sink.accept(batch);
            sink.accept(file.end(file.header().ignored(spec)));
        }
    }
}
