package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monthly run with the champion, in a bank whose world changes: what becomes of a reason to retrain. */
class RetrainingTest {
    private static final int MONTHS = 44;
    private static final int BREAK = 27;
    private static final YearMonth FIRST = YearMonth.of(2021, 1);

    @TempDir
    private Path folder;

    private Path extract;

    /** One figure that flickers about a level; from {@link #BREAK} on it runs on as it last moved. */
    @BeforeEach
    void writeTheExtract() throws IOException {
        StringBuilder rows = new StringBuilder("month,region,amount\n");
        for (int s = 0; s < 24; s++) {
            Random random = new Random(s);
            double level = Math.exp(6 + random.nextGaussian());
            double slope = 0;
            for (int m = 0; m < MONTHS; m++) {
                double noise = random.nextGaussian();
                if (m >= BREAK) {
                    slope = m % 5 == BREAK % 5 ? 0.15 * Math.signum(noise) : slope;
                    level *= Math.exp(slope);
                }
                double amount = level * Math.exp((m >= BREAK ? 0.01 : 0.1) * noise);
                rows.append(String.format(Locale.ROOT, "%s,r%02d,%.6f%n", FIRST.plusMonths(m), s, amount));
            }
        }
        extract = Files.writeString(folder.resolve("extract.csv"), rows);
    }

    private Cli.Result run(String decision, String... more) throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                name: small
                title: {ko: 작은 은행, en: Small bank}
                month: {column: month, pattern: YYYY-MM}
                calendar: none
                unit: {currency: KRW, size: 1e6, label: {ko: 백만원, en: million KRW}}
                keys:
                  - {id: region, column: region, label: {ko: 지역, en: Region}, missing: unknown}
                amounts:
                  - {column: amount, label: {ko: 금액, en: Amount}}
                kpis:
                  - {id: figure, label: {ko: 지표, en: Figure}, kind: balance, formula: amount}
                monitoring:
                  retrain: {decision: %s}
                """.formatted(decision));
        String[] words = {
            "run",
            "--input",
            extract.toString(),
            "--spec",
            spec.toString(),
            "--champion",
            "--lang",
            "en",
            "--out",
            folder.resolve("out").toString(),
            "--data",
            folder.resolve("data").toString()
        };
        String[] all = Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
        Cli.Result result = Cli.run((Object[]) all);
        assertEquals(0, result.exitCode(), result.err());
        return result;
    }

    private String models(Object... words) {
        return modelsIn("en", words);
    }

    private String modelsIn(String language, Object... words) {
        Object[] all = Stream.concat(Stream.of("models"), Arrays.stream(words)).toArray();
        Object[] store = {"--spec", "small", "--data", folder.resolve("data"), "--lang", language};
        Cli.Result result =
                Cli.run(Stream.of(all, store).flatMap(Arrays::stream).toArray());
        assertEquals(0, result.exitCode(), result.err());
        return result.out();
    }

    private String champion() {
        return models("list")
                .lines()
                .filter(line -> line.contains("  champion "))
                .map(line -> line.strip().split("\\s+")[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReasonLeadsToAJudgedChallengerAsTheSpecDecides() throws IOException {
        Cli.Result first = run("automatic", "--as-of", FIRST.plusMonths(22).toString());
        assertFalse(first.err().contains("challenger"), first.err());
        String old = champion();

        Cli.Result told = run("never");
        assertTrue(told.out().contains("Retrain (New data)"), told.out());
        assertTrue(told.out().contains("radar models challenge"), told.out());
        assertFalse(told.err().contains("challenger"), told.err());

        Cli.Result made = run("automatic");
        assertTrue(made.err().contains("Judged on 6 months"), made.err());
        assertTrue(made.out().contains("is the new champion"), made.out());
        assertTrue(champion().startsWith("2024-08-"), champion());

        String shown = modelsIn("ko", "show", champion());
        assertTrue(shown.contains("지표  ") && !shown.contains("figure"), "KPIs by their names: " + shown);
        assertTrue(shown.contains("도전 모형의 오차가 우연을 넘어 작습니다"), "in the reader's language: " + shown);
        assertTrue(models("list").contains("errors are smaller by more than chance"), models("list"));
        assertTrue(modelsIn("ko", "list").contains("small 명세의 첫 학습"), modelsIn("ko", "list"));

        Cli.Result unknown =
                Cli.run("models", "show", "x", "--spec", "small", "--data", folder.resolve("data"), "--lang", "ko");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("등록된 모형: " + champion()), unknown.err());

        models("rollback", "--reason", "too soon");
        assertEquals(old, champion());
        Cli.Result audit = Cli.run("audit", "verify", "--data", folder.resolve("data"), "--lang", "en");
        assertEquals(0, audit.exitCode(), audit.out());
    }
}
