package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
                OutcomesCsv.read(file));
    }

    @Test
    void theAmountColumnMayBeAbsent() throws IOException {
        Path file = write("action_id,status\na,DONE\n");

        assertEquals(List.of(new ActionOutcome("a", Status.DONE, OptionalDouble.empty())), OutcomesCsv.read(file));
    }

    @Test
    void everyBadLineIsNamed() throws IOException {
        Path file = write("action_id,status,amount\na,MAYBE,1\nb,DONE,-5\nc,DONE,7\n");

        String message = assertThrows(InputRejectedException.class, () -> OutcomesCsv.read(file))
                .getMessage();

        assertTrue(message.contains("line 2: 'MAYBE' is no status"), message);
        assertTrue(message.contains("line 3: '-5'"), message);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = write("id,status\na,DONE\n");

        String message = assertThrows(InputRejectedException.class, () -> OutcomesCsv.read(file))
                .getMessage();

        assertTrue(message.contains("'action_id' is missing"), message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("outcomes.csv"), text);
    }
}
