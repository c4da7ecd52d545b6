package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorsTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "run --input a.csv --frobnicate, no option or command --frobnicate here, See radar run --help",
        "run --input a.csv --sed 4, Did you mean --seed, See radar run --help",
        "run --out x, Missing: --input=FILE, See radar run --help",
        "run --input a.csv --as-of 2025-13, --as-of=YYYY-MM does not take the value 2025-13. Month under review, See radar run",
        "auth key --name kim --role boss, does not take the value boss. viewer, See radar auth key --help",
        "runs delete, no option or command delete here, See radar runs --help",
        "scenario, Missing: FILE, See radar scenario --help",
    })
    void whatIsWrongIsNamedInALineAndWhereToLookInAnother(String command, String named, String where) {
        Cli.Result result = Cli.run((Object[]) (command + " --lang en").split(" "));

        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains(named), result.err());
        assertTrue(result.err().contains(where), result.err());
        assertEquals(2, result.err().lines().count(), result.err());
        assertFalse(result.err().contains("java."), result.err());
    }

    @Test
    void whatIsWrongIsNamedInKorean() {
        Cli.Result result = Cli.run("run", "--lang", "ko", "--out", "x");

        assertTrue(result.err().contains("빠진 항목: --input=FILE"), result.err());
    }

    @Test
    void aCommandOfCommandsShowsThem() {
        Cli.Result result = Cli.run("runs", "--lang", "en");

        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("prune"), result.err());
    }

    @ParameterizedTest
    @CsvSource({"runs list", "monitor", "audit verify", "models list", "report --out x.pdf"})
    void whoOnlyLooksDoesNotMakeAStoreInAMistypedDirectory(String command) {
        Path mistyped = temp.resolve("dta");

        Cli.Result result = Cli.run((Object[]) (command + " --lang en --data " + mistyped).split(" "));

        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains("--data " + mistyped), result.err());
        assertFalse(Files.exists(mistyped));
    }
}
