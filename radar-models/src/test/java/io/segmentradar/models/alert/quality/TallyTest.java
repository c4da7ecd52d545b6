package io.segmentradar.models.alert.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.alert.AlertSelection.Budget;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** How sure a false-discovery rate is said to be. */
class TallyTest {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);

    private final Tally tally = new Tally("one_month", new Budget(50), 4);

    /** Ten alerts, of which some are false. */
    private void replication(int month, int noise) {
        tally.family(FIRST.plusMonths(month), 10 - noise, noise, 0, 100);
    }

    @Test
    void replicationsOfTheSameMonthAreNoNewEvidenceOfWhatMonthsAreLike() {
        for (int i = 0; i < 200; i++) {
            replication(i % 2, i % 2 == 0 ? 0 : 2);
        }
        QualityRow row = tally.row();

        assertEquals(0.1, row.falseDiscoveryRate(), 1e-12);
        assertEquals(0.1, row.falseDiscoveryError(), 1e-12, "two months, of 0 and 0.2");
    }

    @Test
    void replicationsOfMonthsOfTheirOwnGiveTheStandardErrorOfAMean() {
        int[] noise = {0, 1, 3, 0, 2};
        for (int i = 0; i < noise.length; i++) {
            replication(i, noise[i]);
        }
        double variance = (0.12 * 0.12 + 0.02 * 0.02 + 0.18 * 0.18 + 0.12 * 0.12 + 0.08 * 0.08) / 4;

        assertEquals(Math.sqrt(variance / noise.length), tally.row().falseDiscoveryError(), 1e-12);
    }

    @Test
    void aSingleMonthTellsNothingOfOthers() {
        replication(0, 1);
        replication(0, 3);

        assertEquals(Double.NaN, tally.row().falseDiscoveryError());
    }
}
