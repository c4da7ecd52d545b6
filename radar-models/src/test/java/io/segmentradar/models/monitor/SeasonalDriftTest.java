package io.segmentradar.models.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorPolicy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 300 segments over three years and a month; each twelfth month, the present one among them, is a December. */
class SeasonalDriftTest {
    private static final int MONTHS = 37;
    private static final int SEGMENTS = 300;

    /** Spending that rises by {@code december} in Decembers and is lifted by {@code shift} in the last one. */
    private static double[][] spending(double december, double shift, long seed) {
        Random random = new Random(seed);
        double[][] byMonth = new double[MONTHS][SEGMENTS];
        double[] level = random.doubles(SEGMENTS, 5, 8).toArray();
        for (int m = 0; m < MONTHS; m++) {
            double common = 0.02 * random.nextGaussian() + (m % 12 == 0 ? december : 0);
            for (int s = 0; s < SEGMENTS; s++) {
                byMonth[m][s] =
                        Math.exp(level[s] + common + 0.1 * random.nextGaussian() + (m == MONTHS - 1 ? shift : 0));
            }
        }
        return byMonth;
    }

    private static DriftStatus status(Draft draft) {
        return judged(draft).status();
    }

    private static DriftCheck judged(Draft draft) {
        return Draft.judge(List.of(draft), MonitorPolicy.USUAL.falseDiscoveryRate())
                .get(0);
    }

    private static DataDrift drift(double[][] byMonth) {
        return new DataDrift(MonitorPolicy.USUAL, "spending", new Label("지출", "Spending"), byMonth);
    }

    @Test
    void aDecemberLikeThoseBeforeIsNoDrift() {
        for (int seed = 1; seed <= 10; seed++) {
            DataDrift usual = drift(spending(0.5, 0, seed));
            assertTrue(status(usual.change()) != DriftStatus.DRIFT, "change, seed " + seed);
            assertTrue(status(usual.level()) != DriftStatus.DRIFT, "level, seed " + seed);
        }
    }

    @Test
    void whatIsUsualIsToldForTheSeason() {
        DriftCheck check = judged(drift(spending(0.5, 0, 1)).change());

        assertTrue(check.current() > 0.25, check::toString);
        assertEquals(check.current(), check.reference(), 0.06);
    }

    @Test
    void aDecemberThatIsMoreOrLessThanADecemberIsDrift() {
        int more = 0;
        int less = 0;
        for (int seed = 1; seed <= 10; seed++) {
            more += status(drift(spending(0.5, 0.2, seed)).change()) == DriftStatus.DRIFT ? 1 : 0;
            less += status(drift(spending(0.5, -0.5, seed)).change()) == DriftStatus.DRIFT ? 1 : 0;
        }
        assertTrue(more >= 9 && less == 10, more + " and " + less + " of 10 found");
    }

    @Test
    void withoutASeasonMonthsAreComparedAsTheyAre() {
        int season = 0;
        for (int seed = 1; seed <= 200; seed++) {
            double[] places = new Random(seed).doubles(25, -0.1, 0.1).toArray();
            season += UsualSeason.expected(places)[24] != 0 ? 1 : 0;
        }
        assertTrue(season <= 20, season + " of 200 quiet series have a season");
    }

    @Test
    void oneEarlierYearTellsNoSeason() {
        double[] places = new double[20];
        places[7] = 5;
        places[19] = 5;

        assertArrayEquals(new double[20], UsualSeason.expected(places));
    }

    @Test
    void aSeasonThatAlwaysComesIsExpectedInFull() {
        double[] places = new double[25];
        for (int m = 0; m < places.length; m += 12) {
            places[m] = 1.2;
        }

        double[] expected = UsualSeason.expected(places);

        assertEquals(1.1, expected[24], 1e-12);
        assertEquals(1.1, expected[0], 1e-12);
        assertEquals(-0.1, expected[5], 1e-12);
    }
}
