package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.ActionOutcome.Status;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code radar outcomes import} on a stored run, from the file to the store. */
class OutcomesTest {
    @TempDir
    private static Path data;

    @BeforeAll
    static void copyTheStore() {
        SampleRun.data(data);
    }

    @TempDir
    Path temp;

    @Test
    void aFileIsTakenInWholeAndABadOneLeavesWhatWasThere() throws IOException {
        List<String> ids = Cli.rows(SampleRun.out().resolve("actions.csv")).stream()
                .map(row -> row.get("action_id"))
                .limit(3)
                .toList();
        Path good = file("good.csv", ids.get(0) + ",수락,1200.5\n" + ids.get(1) + ",NO_ANSWER,\n");

        Cli.Result taken = importing(good);

        assertEquals(0, taken.exitCode(), taken.err());
        List<ActionOutcome> stored = outcomes();
        assertTrue(stored.contains(new ActionOutcome(ids.get(0), Status.ACCEPTED, OptionalDouble.of(1200.5))));
        assertTrue(stored.contains(new ActionOutcome(ids.get(1), Status.NO_ANSWER, OptionalDouble.empty())));

        Path bad = file("bad.csv", ids.get(2) + ",DONE,5\n" + ids.get(0) + ",DONE,-1\n2024-12/x/CALL,DONE,\n");
        Cli.Result refused = importing(bad);

        assertEquals(3, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("bad.csv:3 amount '-1'"), refused.err());
        assertTrue(refused.err().contains("bad.csv:4 action_id '2024-12/x/CALL'"), refused.err());
        assertEquals(stored, outcomes());
    }

    private Path file(String name, String rows) throws IOException {
        return Files.writeString(temp.resolve(name), "action_id,status,amount\n" + rows);
    }

    private static Cli.Result importing(Path file) {
        return Cli.run("outcomes", "import", file, "--data", data, "--lang", "en");
    }

    private static List<ActionOutcome> outcomes() {
        try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(data))) {
            return store.cases().outcomes().stream().map(OutcomeEntry::outcome).toList();
        }
    }
}
