package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {
    @TempDir
    Path temp;

    @Test
    void aRunThatNeedsMoreMemorySaysHowToGiveItAndPublishesNothing() throws IOException, InterruptedException {
        Path sample = temp.resolve("sample.csv");
        Cli.run("generate", "--customers", 400, "--months", 14, "--out", sample);
        Path out = temp.resolve("out");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx12m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.segmentradar.cli.Main",
                        "run",
                        "--lang=en",
                        "--input",
                        sample.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, process.waitFor(), said);
        assertTrue(said.contains("RADAR_MAX_HEAP=4g"), said);
        assertFalse(said.contains("\tat "), said);
        assertFalse(Files.exists(out.resolve("alerts.csv")));
    }
}
