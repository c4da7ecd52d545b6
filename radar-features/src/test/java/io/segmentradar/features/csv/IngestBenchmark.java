package io.segmentradar.features.csv;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast a file becomes a panel, in MB of unpacked CSV a second of wall clock and of processor time. The
 * first pass is what a run pays, with a cold JVM; the others show the warm speed. The baseline of each pass, in the same
 * JVM, unpacks the file and reads its lines with the JDK, on one thread, and does nothing with them. Arguments: FILE
 * [SPEC] [PASSES].
 */
final class IngestBenchmark {
    private static final double MB = 1e6;

    private IngestBenchmark() {}

    /** Something that is timed; gives the number of rows or lines. */
    private interface Work {
        long run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        RadarSpec spec = new SpecLoader().load(args.length > 1 ? args[1] : "imbank");
        int passes = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        double megabytes = unpackedSize(file) / MB;
        for (int pass = 1; pass <= passes; pass++) {
            measure("pass " + pass + " ingest  ", megabytes, () -> ingest(file, spec));
            measure("pass " + pass + " baseline", megabytes, () -> lines(file));
        }
    }

    private static void measure(String name, double megabytes, Work work) throws IOException {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        long rows = work.run();
        double wallSeconds = (System.nanoTime() - wall) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, %.1f MB, wall %.2f s (%.0f MB/s), processor %.2f s%n",
                name,
                rows,
                megabytes,
                wallSeconds,
                megabytes / wallSeconds,
                cpuSeconds);
    }

    private static long ingest(Path file, RadarSpec spec) {
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        IngestReport report = new CsvRecordSource(spec, List.of(file), InputEncoding.AUTO).read(aggregator);
        aggregator.panel();
        return report.rows();
    }

    private static long lines(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new DeliveredFile(file), InputEncoding.MS949))) {
            return reader.lines().count();
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long unpackedSize(Path file) throws IOException {
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
