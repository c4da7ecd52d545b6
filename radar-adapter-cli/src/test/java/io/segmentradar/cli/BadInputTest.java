package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.cli.files.SampleFiles;
import io.segmentradar.features.sample.SampleRequest;
import io.segmentradar.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    @TempDir
    Path temp;

    private Path sample(int customers, int months) {
        Path file = temp.resolve("sample" + months + ".csv");
        SampleFiles.write(
                new SampleRequest(
                        customers, months, SampleRequest.DEFAULT_FIRST, 1, SampleRequest.encoding("utf-8"), 2),
                file,
                Optional.empty(),
                Optional.empty());
        return file;
    }

    private Cli.Result run(Path input, Object... more) {
        Object[] args = Stream.concat(
                        Stream.of("run", "--lang", "en", "--input", input, "--out", temp.resolve("out")),
                        Stream.of(more))
                .toArray();
        return Cli.run(args);
    }

    private void assertNothingPublished() throws IOException {
        Path out = temp.resolve("out");
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.list(out)) {
                assertEquals(List.of(), files.filter(f -> !f.endsWith(".runs")).toList());
            }
        }
    }

    @Test
    void anEmptyFileIsRejected() throws IOException {
        Path empty = Files.createFile(temp.resolve("empty.csv"));

        Cli.Result result = run(empty);

        assertEquals(3, result.exitCode());
        assertTrue(result.err().contains("empty.csv"), result.err());
        assertNothingPublished();
    }

    @Test
    void aFileWithNothingButAHeaderIsRejected() throws IOException {
        List<String> lines = Files.readAllLines(sample(50, 2));
        Path header = Files.write(temp.resolve("header.csv"), lines.subList(0, 1));

        assertEquals(3, run(header).exitCode());
        assertNothingPublished();
    }

    @ParameterizedTest
    @CsvSource({"1", "5"})
    void tooFewMonthsEndWithTheirOwnExitCode(int months) throws IOException {
        Cli.Result result = run(sample(100, months));

        assertEquals(4, result.exitCode(), result.err());
        assertTrue(result.err().contains(months + " month"), result.err());
        assertNothingPublished();
    }

    @Test
    void tooManyBadRowsStopTheRunAndShowTheFirst() throws IOException {
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(sample(40, 14)));
        for (int i = 1; i < 40; i++) {
            lines.set(i, lines.get(i).replaceFirst("^2022\\d\\d", "202213"));
        }
        Path bad = Files.write(temp.resolve("bad.csv"), lines);

        Cli.Result result = run(bad);

        assertEquals(3, result.exitCode());
        assertTrue(result.err().contains("bad.csv:2") && result.err().contains("202213"), result.err());
        assertNothingPublished();
    }

    @Test
    void aMonthOutsideTheInputIsRejected() throws IOException {
        Cli.Result result = run(sample(40, 14), "--as-of", "2030-01");

        assertEquals(3, result.exitCode());
        assertTrue(result.err().contains("2030-01") && result.err().contains("2023-02"), result.err());
        assertNothingPublished();
    }

    @Test
    void wrongUsageAndWrongSpecsHaveTheirExitCode() throws IOException {
        Path spec = Files.writeString(temp.resolve("bad.yaml"), "name: x\nunknown: 1\n");

        assertEquals(2, Cli.run().exitCode());
        assertEquals(2, Cli.run("run").exitCode());
        assertEquals(2, Cli.run("run", "--input", "x.csv", "--threads", "0").exitCode());
        assertEquals(2, Cli.run("run", "--input", "x.csv", "--as-of", "202413").exitCode());
        assertEquals(2, Cli.run("run", "--input", "x.csv", "--spec", "nobank").exitCode());
        assertEquals(
                2, Cli.run("run", "--input", "x.csv", "--covariate", "nonsense").exitCode());
        assertEquals(2, Cli.run("spec", "check", spec).exitCode());
        assertEquals(
                2,
                Cli.run("generate", "--customers", 0, "--out", temp.resolve("s.csv"))
                        .exitCode());
    }

    @Test
    void anOutputThatCannotBeWrittenFailsBeforeTheWork() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        Cli.Result result = Cli.run("run", "--input", sample(12, 14), "--out", file.resolve("out"), "--lang", "en");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("file"), result.err());
        assertFalse(result.err().contains("[1/"), "it worked before it looked");
    }

    @Test
    void aFullDiskLeavesTheEarlierResultWhole() throws Exception {
        try (SmallDisk small = SmallDisk.mountOrSkip(temp.resolve("small"), "2m")) {
            Path disk = small.path();
            Path out = disk.resolve("out");
            Path input = sample(12, 14);
            assertEquals(0, Cli.run("run", "--input", input, "--out", out).exitCode());
            String before = Files.readString(out.resolve("panel.csv"));
            Files.write(disk.resolve("filler"), new byte[(int) (disk.toFile().getUsableSpace() - 4096)]);

            Cli.Result result = Cli.run("run", "--input", input, "--out", out, "--seed", 9, "--lang", "en");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("No space left"), result.err());
            assertEquals(before, Files.readString(out.resolve("panel.csv")));
        }
    }
}
