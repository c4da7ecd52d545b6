package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.core.run.RunProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** One line a stage: what it worked on, how long it took, how much memory the process holds. */
final class ProgressLines implements RunProgress {
    private static final Path PROC_STATUS = Path.of("/proc/self/status");

    private final Terminal terminal;
    private long start;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(Stage stage) {
        start = System.nanoTime();
    }

    @Override
    public void finished(Stage stage, long items) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String key = "stage." + stage.name().toLowerCase(Locale.ROOT);
        terminal.progress(String.format(
                Locale.ROOT,
                "[%d/%d] %s  %.1f s  %,d MB",
                stage.ordinal() + 1,
                Stage.values().length,
                terminal.messages().text(key, String.format(Locale.ROOT, "%,d", items)),
                took.toMillis() / 1000.0,
                residentMegabytes()));
    }

    /** Resident memory where the system tells it (native models count), else the Java heap in use. */
    private static long residentMegabytes() {
        if (!Files.isReadable(PROC_STATUS)) {
            Runtime runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        }
        try {
            return Files.readAllLines(PROC_STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
