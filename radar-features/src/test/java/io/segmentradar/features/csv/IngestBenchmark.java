package io.segmentradar.features.csv;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast a file becomes a panel, in MB of unpacked CSV a second. The first pass is what a run pays, with a
 * cold JVM; the others show the warm speed. Arguments: FILE [SPEC] [PASSES].
 */
final class IngestBenchmark {
    private static final double MB = 1e6;

    private IngestBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        RadarSpec spec = new SpecLoader().load(args.length > 1 ? args[1] : "imbank");
        int passes = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        double size = unpackedSize(file) / MB;
        for (int pass = 1; pass <= passes; pass++) {
            long start = System.nanoTime();
            SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
            IngestReport report = new CsvRecordSource(spec, List.of(file), InputEncoding.AUTO).read(aggregator);
            SegmentPanel panel = aggregator.panel();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "pass %d: %d rows (%d rejected), %d segments x %d months, %.1f MB in %.2f s = %.0f MB/s%n",
                    pass,
                    report.rows(),
                    report.rejects().size(),
                    panel.segments(),
                    panel.months().count(),
                    size,
                    seconds,
                    size / seconds);
        }
    }

    private static long unpackedSize(Path file) throws Exception {
        try (InputStream in = new DeliveredFile(file)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
            }
            return size;
        }
    }
}
