package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.ActionOutcome.Status;
import io.segmentradar.core.panel.InputRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesCsvTest {
    @TempDir
    Path folder;

    @Test
    void statusesInBothLanguagesAndOptionalAmountsAreRead() throws IOException {
        Path file =
                write("note,amount,action_id,status\nx,\"1,200.5\",2024-12/a|b/CALL,accepted\n,,2024-12/c/CALL,무응답\n");

        assertEquals(
                List.of(
                        new ActionOutcome("2024-12/a|b/CALL", Status.ACCEPTED, OptionalDouble.of(1200.5)),
                        new ActionOutcome("2024-12/c/CALL", Status.NO_ANSWER, OptionalDouble.empty())),
                OutcomesCsv.read(file, ids -> ids));
    }

    @Test
    void theAmountColumnMayBeAbsent() throws IOException {
        Path file = write("action_id,status\na,DONE\n");

        assertEquals(
                List.of(new ActionOutcome("a", Status.DONE, OptionalDouble.empty())),
                OutcomesCsv.read(file, ids -> ids));
    }

    @Test
    void everyBadLineIsNamedWithItsColumnAndValue() throws IOException {
        Path file = write("action_id,status,amount\na,MAYBE,1\nb,DONE,-5\n\"c\nd\",DONE,7\n,DONE,\nx,DONE,7\nshort\n");

        String message = assertThrows(
                        InputRejectedException.class, () -> OutcomesCsv.read(file, ids -> Set.of("a", "b", "c\nd")))
                .getMessage();

        assertTrue(message.contains("outcomes.csv:2 status 'MAYBE' is none of [DONE"), message);
        assertTrue(message.contains("outcomes.csv:3 amount '-5'"), message);
        assertFalse(message.contains("outcomes.csv:4"), message);
        assertTrue(message.contains("outcomes.csv:6 action_id ''"), message);
        assertTrue(message.contains("outcomes.csv:7 action_id 'x' is no action of a stored run"), message);
        assertTrue(message.contains("outcomes.csv:8"), message);
        assertTrue(message.startsWith("5 bad line(s)"), message);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = write("id,status\na,DONE\n");

        String message = assertThrows(InputRejectedException.class, () -> OutcomesCsv.read(file, ids -> ids))
                .getMessage();

        assertTrue(message.contains("'action_id' is missing"), message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("outcomes.csv"), text);
    }
}
