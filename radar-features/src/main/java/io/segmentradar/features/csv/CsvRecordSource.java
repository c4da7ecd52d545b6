package io.segmentradar.features.csv;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.IngestReport.InputFile;
import io.segmentradar.core.panel.IngestReport.Reject;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.panel.RecordSource;
import io.segmentradar.core.run.RadarSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows from CSV files, plain or gzip, in the layout that a spec names. One pass: one thread unpacks and decodes, one
 * splits the text, and the calling thread converts the rows and passes them on. Memory does not grow with the input.
 */
public final class CsvRecordSource implements RecordSource {
    /** More bad rows than this mean that the layout is not the spec's; reading stops. */
    static final int MOST_REJECTS = 200_000;

    private static final String THREAD = "csv-reader";

    private static final int WAITING_BATCHES = 8;

    private final RadarSpec spec;
    private final List<Path> files;
    private final InputEncoding encoding;

    /**
     * @param files at least one, all of the same layout, read in this order
     */
    public CsvRecordSource(RadarSpec spec, List<Path> files, InputEncoding encoding) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("At least one input file is needed");
        }
        this.spec = spec;
        this.files = List.copyOf(files);
        this.encoding = encoding;
    }

    @Override
    public IngestReport read(RecordSink sink) {
        Ingest ingest = new Ingest(new RowConverter(spec), sink);
        try (Background<Delivery> background = new Background<>(THREAD, WAITING_BATCHES, consumer -> {
            CsvFileReader reader = new CsvFileReader(spec, encoding, consumer);
            files.forEach(reader::read);
        })) {
            for (Delivery delivery = background.next(); delivery != null; delivery = background.next()) {
                if (delivery instanceof RowBatch batch) {
                    ingest.rows(batch);
                } else if (delivery instanceof Delivery.FileEnd end) {
                    ingest.end(end);
                }
            }
        }
        return ingest.report();
    }

    /** What has been read so far; lives on the calling thread. */
    private static final class Ingest {
        private final RowConverter converter;
        private final RecordSink sink;
        private final List<InputFile> files = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private final Set<String> ignored = new LinkedHashSet<>();
        private final Map<String, String> nameBySha = new HashMap<>();
        private long rows;
        private long bad;

        Ingest(RowConverter converter, RecordSink sink) {
            this.converter = converter;
            this.sink = sink;
        }

        void rows(RowBatch batch) {
            for (int i = 0; i < batch.size; i++) {
                if (converter.read(batch, i)) {
                    sink.accept(converter);
                } else {
                    bad++;
                    rejects.add(converter.reject(batch.file, batch.lines[i]));
                    requireSomeGood();
                }
            }
            rows += batch.size;
        }

        private void requireSomeGood() {
            if (rejects.size() > MOST_REJECTS) {
                Reject first = rejects.get(0);
                throw new InputRejectedException("More than " + MOST_REJECTS + " rows are bad; the first is "
                        + first.file() + ", line " + first.line() + ", column '" + first.column() + "', value '"
                        + first.value() + "': " + first.reason() + ". Check spec and file layout.");
            }
        }

        void end(Delivery.FileEnd end) {
            String twin = nameBySha.putIfAbsent(end.sha256(), end.file());
            if (twin != null) {
                throw new InputRejectedException(end.file() + " has the same contents as " + twin
                        + ": its rows would count twice. Leave one of them out.");
            }
            files.add(new InputFile(end.file(), end.sha256(), end.encoding(), end.bytes(), rows, bad));
            ignored.addAll(end.ignored());
            rows = 0;
            bad = 0;
        }

        IngestReport report() {
            return new IngestReport(files, rejects, List.copyOf(ignored));
        }
    }
}
