package io.segmentradar.features.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about spec files and the loader say the same. */
class SpecFileDocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "spec-file.md");
    private static final Pattern KNOWN = Pattern.compile("unknown key.*; known here: (.*)");

    @TempDir
    Path directory;

    @Test
    void theCompleteExampleIsAGoodSpec() throws IOException {
        RadarSpec spec = load(example());

        assertEquals("mybank", spec.name());
        assertEquals(1000, spec.alerts().floor("bank", "deposits"));
        assertEquals(2, spec.kpis().ratios().get(0).denominator().terms().size());
    }

    @Test
    void everyKeyThatTheLoaderKnowsIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        String nonsense = example()
                .replace("pattern:", "zzz: 1, pattern:")
                .replace("missing:", "zzz: 1, missing:")
                .replace("required:", "zzz: 1, required:")
                .replace("accounts,", "accounts, zzz: 1,")
                .replace("formula: demand", "zzz: 1, formula: demand")
                .replace("numerator:", "zzz: 1, numerator:")
                .replace("currency:", "zzz: 1, currency:")
                .replace("  budget:", "  zzz: 1\n  budget:");
        String message = assertThrows(
                        SpecException.class,
                        () -> load(nonsense
                                + "monitoring: {zzz: 1, retrain: {zzz: 1}}\nalike: {zzz: 1}\nfx: {zzz: 1}\nzzz: 1\n"))
                .getMessage();

        Matcher known = KNOWN.matcher(message);
        int sections = 0;
        while (known.find()) {
            sections++;
            for (String key : known.group(1).split(", ")) {
                assertTrue(page.contains("| `" + key + "` |"), key + " is not explained");
            }
        }
        assertEquals(13, sections, message);
    }

    private static String example() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + 8;
        return page.substring(start, page.indexOf("```", start));
    }

    private RadarSpec load(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("spec.yaml"), text);
        return new SpecLoader().load(file.toString());
    }
}
