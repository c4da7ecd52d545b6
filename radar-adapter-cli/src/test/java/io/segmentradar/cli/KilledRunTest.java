package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs SIGKILL")
class KilledRunTest {
    @TempDir
    Path temp;

    @Test
    void aRunKilledAtAnyStageLeavesTheResultBeforeItWhole() throws Exception {
        Path out = temp.resolve("out");
        assertEquals(
                0,
                Cli.run("run", "--input", SampleRun.extract(), "--out", out, "--seed", 1)
                        .exitCode());
        Map<String, String> before = files(out);

        for (int stage = 1; stage <= 5; stage++) {
            int code = killAfter("[" + stage + "/6]", out);
            assertTrue(code > 128, "the run ended by itself with " + code);
            assertEquals(before, files(out), "after a kill behind stage " + stage);
        }

        assertEquals(
                0,
                Cli.run("run", "--input", SampleRun.extract(), "--out", out, "--seed", 2)
                        .exitCode());
        try (Stream<Path> left = Files.list(out.resolve(".runs"))) {
            assertTrue(left.noneMatch(entry -> entry.getFileName().toString().startsWith("staging-")));
        }
    }

    private static int killAfter(String line, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.segmentradar.cli.Main",
                        "run",
                        "--input",
                        SampleRun.extract().toString(),
                        "--out",
                        out.toString(),
                        "--seed",
                        "3")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String said = reader.readLine();
            while (said != null && !said.startsWith(line)) {
                said = reader.readLine();
            }
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static Map<String, String> files(Path out) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return content;
    }
}
