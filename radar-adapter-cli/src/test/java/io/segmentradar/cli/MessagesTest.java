package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @Test
    void koreanAndEnglishHaveTheSameTexts() throws IOException {
        assertEquals(keys("messages.properties"), keys("messages_ko.properties"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    @Test
    void theLanguageIsTheOptionsElseTheLocales() {
        assertEquals(Language.KO, Messages.languageOf(new String[] {"run"}, Locale.KOREA));
        assertEquals(Language.EN, Messages.languageOf(new String[] {"run"}, Locale.FRANCE));
        assertEquals(Language.KO, Messages.languageOf(new String[] {"--lang", "ko"}, Locale.US));
        assertEquals(Language.EN, Messages.languageOf(new String[] {"run", "--lang=en"}, Locale.KOREA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "backtest",
                "alerts",
                "alerts evaluate",
                "demo",
                "generate",
                "spec",
                "spec show",
                "spec check",
                "serve",
                "runs",
                "runs list",
                "runs show",
                "runs diff",
                "runs prune",
                "reproduce",
                "audit",
                "audit verify",
                "auth",
                "auth key",
                "report",
                "export",
                "notify",
                "outcomes",
                "outcomes import",
                "monitor",
                "scenario",
                "models",
                "models list",
                "models show",
                "models challenge",
                "models promote",
                "models rollback"
            })
    void everyCommandExplainsItselfInBothLanguages(String command) {
        for (String language : new String[] {"ko", "en"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            String[] args = (command + " --help --lang " + language).trim().split(" ");

            assertEquals(0, Main.run(args, out, out));

            String help = bytes.toString(StandardCharsets.UTF_8);
            assertTrue(help.contains("radar " + command), help);
            assertTrue(
                    help.lines()
                            .noneMatch(line -> line.matches("\\s+(-\\w, )?--[\\w-]+(=\\S+)?\\s*")
                                    && !help.substring(help.indexOf(line) + line.length())
                                            .matches("(?s)\\n\\s{6,}\\S.*")),
                    () -> "an option without a description:\n" + help);
            assertTrue(
                    help.lines().noneMatch(line -> line.matches("\\s{6}[A-Z]+\\s*")),
                    () -> "a parameter without a description:\n" + help);
            assertFalse(help.contains("??"), help);
            List<String> examples = help.lines()
                    .dropWhile(line -> !line.matches("Examples?:|예:"))
                    .skip(1)
                    .takeWhile(line -> !line.isBlank())
                    .toList();
            assertFalse(examples.isEmpty(), help);
            assertTrue(
                    examples.stream().allMatch(line -> line.startsWith("  radar ")),
                    () -> "an example that breaks over lines cannot be copied:\n" + help);
        }
    }
}
