package io.segmentradar.features.csv;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.RecordSource.RawRecord;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A bank with a layout that fits a test, and a source that notes every row it passes on. */
final class SmallBank {
    static final String HEADER = "월,업종,등급,잔액,손익,건수\n";
    static final RadarSpec SPEC = spec();

    private SmallBank() {}

    /** What came out of reading files: each good row as one text, and the report. */
    record Result(List<String> rows, IngestReport report) {}

    static Result read(InputEncoding encoding, Path... files) {
        List<String> rows = new ArrayList<>();
        IngestReport report = new CsvRecordSource(SPEC, List.of(files), encoding).read(row -> rows.add(text(row)));
        return new Result(rows, report);
    }

    static Result read(Path... files) {
        return read(InputEncoding.AUTO, files);
    }

    private static String text(RawRecord row) {
        return row.monthNumber() / 12 + "-" + (row.monthNumber() % 12 + 1) + " " + row.key(0) + " " + row.key(1) + " "
                + row.amount(0) + " " + row.amount(1) + " " + row.amount(2) + " " + row.count(0);
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, String text, Charset charset) {
        return write(file, text.getBytes(charset));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static RadarSpec spec() {
        try {
            return new SpecLoader()
                    .load(Path.of(SmallBank.class.getResource("smallbank.yaml").toURI())
                            .toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
