package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RunProgress;
import io.segmentradar.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs SIGKILL")
class KilledRunTest {
    private static final int LAST_BEFORE_PUBLISHING = RunProgress.Stage.values().length - 1;

    @TempDir
    Path temp;

    /** A dozen customers over 14 months: the stages are the same, and each run is over in seconds. */
    private Path extract() {
        Path file = temp.resolve("sample.csv");
        assertEquals(
                0,
                Cli.run("generate", "--customers", 12, "--months", 14, "--seed", 5, "--out", file)
                        .exitCode());
        return file;
    }

    @Test
    void aRunKilledAtAnyStageLeavesOneResultWhole() throws Exception {
        Path extract = extract();
        Path out = temp.resolve("out");
        Map<String, String> before = run(extract, out, "--seed", 1);
        Map<String, String> after = run(extract, temp.resolve("undisturbed"), "--models", models());
        assertNotEquals(before, after);

        for (int stage = 0; stage <= LAST_BEFORE_PUBLISHING; stage++) {
            int code = killAfter(stage, extract, out);
            boolean ended = stage == LAST_BEFORE_PUBLISHING
                    && code == 0; // publishing takes milliseconds: the signal may come too late
            assertTrue(ended || code > 128, "the run ended by itself with " + code);
            Map<String, String> left = tables(out);
            assertTrue(
                    left.equals(before) || stage == LAST_BEFORE_PUBLISHING && left.equals(after),
                    "after a kill behind stage " + stage);
        }

        assertEquals(after, run(extract, out, "--models", models(), "--reuse"));
        try (Stream<Path> left = Files.list(out.resolve(".runs"))) {
            assertTrue(left.noneMatch(entry -> entry.getFileName().toString().startsWith("staging-")));
        }
    }

    /** What the undisturbed run has learned; the killed ones forecast with it, which takes a fraction of the time. */
    private Path models() {
        return temp.resolve("models");
    }

    private static Map<String, String> run(Path extract, Path out, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("run", "--input", extract, "--out", out));
        words.addAll(List.of(options));
        Cli.Result result = Cli.run(words.toArray());
        assertEquals(0, result.exitCode(), result.err());
        return tables(out);
    }

    private int killAfter(int stage, Path extract, Path out) throws IOException, InterruptedException {
        Process process =
                JavaProcess.start(Main.class, "run", "--input", extract, "--out", out, "--models", models(), "--reuse");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String said = stage == 0 ? null : reader.readLine();
            while (said != null && !said.startsWith("[" + stage + "/")) {
                said = reader.readLine();
            }
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /** Every table by its name; the manifest tells the time of day and is not one. */
    private static Map<String, String> tables(Path out) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".csv")).toList()) {
                content.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return content;
    }
}
