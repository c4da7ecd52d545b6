package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(new Messages(Language.EN), err, err);

    @Test
    void aWorkerWithoutMemorySaysHowToGiveMore() {
        int code = terminal.failed(new IllegalStateException(new OutOfMemoryError("Java heap space")));

        assertEquals(1, code);
        String text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("RADAR_MAX_HEAP=4g"), text);
        assertFalse(text.contains("\tat "), text);
    }

    @Test
    void aFaultOfTheProgramIsToldWithItsLines() {
        assertEquals(1, terminal.failed(new IllegalStateException("broken")));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("\tat "));
    }
}
