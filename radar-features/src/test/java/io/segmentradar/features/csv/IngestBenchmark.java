package io.segmentradar.features.csv;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.PanelLayout;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast a file becomes a panel, in MB of unpacked CSV a second of wall clock and of processor time: with
 * customers linked from month to month as the spec says, and without. The baseline unpacks the file and reads its lines
 * with the JDK, on one thread, and does nothing with them. Each is measured in a JVM of its own: the first pass is what a
 * run pays, with a cold JVM; the others show the warm speed. The rounds of all three are interleaved. Arguments: FILE
 * [SPEC] [PASSES] [ROUNDS].
 */
final class IngestBenchmark {
    private static final double MB = 1e6;

    private IngestBenchmark() {}

    /** What is measured. */
    private enum Kind {
        LINKED,
        NOT_LINKED,
        BASELINE
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 4 && isKind(args[3])) {
            measure(Kind.valueOf(args[3]), Path.of(args[0]), args[1], Integer.parseInt(args[2]));
            return;
        }
        String spec = args.length > 1 ? args[1] : "imbank";
        String passes = args.length > 2 ? args[2] : "3";
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        for (int round = 0; round < rounds; round++) {
            for (Kind kind : Kind.values()) {
                start(args[0], spec, passes, kind.name());
            }
        }
    }

    private static boolean isKind(String text) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.name().equals(text));
    }

    private static void start(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), IngestBenchmark.class.getName()));
        command.addAll(List.of(args));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The measurement ended with " + exit);
        }
    }

    private static void measure(Kind kind, Path file, String name, int passes) throws IOException {
        RadarSpec spec = new SpecLoader().load(name);
        double megabytes = unpackedSize(file) / MB;
        for (int pass = 1; pass <= passes; pass++) {
            long wall = System.nanoTime();
            long cpu = cpuNanos();
            long rows = kind == Kind.BASELINE ? lines(file) : ingest(file, spec, kind == Kind.LINKED);
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            double cpuSeconds = (cpuNanos() - cpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s pass %d: %d rows, %.1f MB, wall %.2f s (%.0f MB/s), processor %.2f s%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    pass,
                    rows,
                    megabytes,
                    wallSeconds,
                    megabytes / wallSeconds,
                    cpuSeconds);
        }
    }

    private static long ingest(Path file, RadarSpec spec, boolean isLinked) {
        PanelLayout layout = spec.panelLayout();
        if (!isLinked) {
            layout = new PanelLayout(layout.dimensions(), layout.amounts(), layout.ranges(), layout.kpis(), 0);
        }
        SegmentAggregator aggregator = new SegmentAggregator(layout);
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
