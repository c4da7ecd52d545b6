package io.segmentradar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One small sample and one run of the main job on it, made once for all tests that look at it. */
public final class SampleRun {
    /** Expected share of noise among the alerts that the run was asked for. */
    static final double RATE = 0.5;

    private static final String DATABASE = "radar.mv.db";
    private static final Path FOLDER = folder();
    private static Cli.Result result;

    private SampleRun() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("radar-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** About 100 segments over 36 months. */
    public static synchronized Path extract() {
        Path extract = FOLDER.resolve("sample.csv.gz");
        if (!Files.exists(extract)) {
            Cli.Result made = Cli.run("generate", "--customers", 160, "--seed", 7, "--out", extract);
            if (made.exitCode() != 0) {
                throw new IllegalStateException(made.err());
            }
        }
        return extract;
    }

    /** Where the result of the run is. */
    public static synchronized Path out() {
        Path out = FOLDER.resolve("out");
        if (result == null) {
            result = Cli.run(
                    "run",
                    "--input",
                    extract(),
                    "--out",
                    out,
                    "--data",
                    FOLDER.resolve("data"),
                    "--champion",
                    "--fdr",
                    RATE,
                    "--lang",
                    "en");
            if (result.exitCode() != 0) {
                throw new IllegalStateException(result.err());
            }
        }
        return out;
    }

    /**
     * A copy of the store with the run, for one test class: an embedded database is held by one program at a time, and
     * what one class writes is no other's business.
     */
    static synchronized Path data(Path directory) {
        out();
        try {
            Files.copy(FOLDER.resolve("data").resolve(DATABASE), directory.resolve(DATABASE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    /** What the run said. */
    public static synchronized Cli.Result result() {
        out();
        return result;
    }
}
