package io.segmentradar.cli.files;

import io.segmentradar.features.sample.SampleGenerator;
import io.segmentradar.features.sample.SampleRequest;
import io.segmentradar.features.sample.SampleSummary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes samples to files. Each file appears whole or not at all. */
public final class SampleFiles {
    private static final int BUFFER = 1 << 16;

    private SampleFiles() {}

    /**
     * @param rows gets the extract; gzipped if the name ends in {@code .gz}
     * @param events gets the planted events
     * @param usdKrw gets the sample's exchange rate
     */
    public static SampleSummary write(SampleRequest request, Path rows, Optional<Path> events, Optional<Path> usdKrw) {
        try {
            SampleSummary[] summary = new SampleSummary[1];
            whole(rows, out -> summary[0] = SampleGenerator.write(request, out));
            if (events.isPresent()) {
                whole(events.get(), out -> text(out, summary[0]::writeEvents));
            }
            if (usdKrw.isPresent()) {
                whole(usdKrw.get(), out -> text(out, summary[0]::writeUsdKrw));
            }
            return summary[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content<T> {
        void writeTo(T out) throws IOException;
    }

    private static void whole(Path file, Content<OutputStream> content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path aside = folder.resolve(file.getFileName() + ".part");
        try {
            try (OutputStream out = open(aside, file.getFileName().toString().endsWith(".gz"))) {
                content.writeTo(out);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static OutputStream open(Path file, boolean gzipped) throws IOException {
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return gzipped ? new FastGzip(plain) : plain;
    }

    private static void text(OutputStream out, Content<Appendable> content) throws IOException {
        StringBuilder text = new StringBuilder();
        content.writeTo(text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Samples are written once and read once: speed counts more than size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
