package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.testing.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        Process process =
                JavaProcess.start(List.of("-Xmx12m"), Main.class, "run", "--lang=en", "--input", sample, "--out", out);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, process.waitFor(), said);
        assertTrue(said.contains("RADAR_MAX_HEAP=4g"), said);
        assertFalse(said.contains("\tat "), said);
        assertFalse(Files.exists(out.resolve("alerts.csv")));
    }
}
