package io.segmentradar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One small sample and one run of the main job on it, made once for all tests that look at it. */
public final class SampleRun {
    /** Lock of the store: one program at a time holds an embedded database and answers for the others until it ends. */
    static final String STORE = "the stored run of the sample";

    /** Expected share of noise among the alerts that the run was asked for. */
    static final double RATE = 0.3;

    private static final Path FOLDER = folder();
    private static Cli.Result result;

    private SampleRun() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("radar-sample");
            folder.toFile().deleteOnExit();
            return folder;
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

    /** Where the run is stored. */
    public static synchronized Path data() {
        out();
        return FOLDER.resolve("data");
    }

    /** What the run said. */
    public static synchronized Cli.Result result() {
        out();
        return result;
    }
}
