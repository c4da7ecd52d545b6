package io.segmentradar.models.alert.quality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.models.alert.AlertScenes;
import io.segmentradar.models.alert.MonthScreen;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResampledErrorsTest {
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    private static final int DRAWS = 80;

    /** Most that is drawn for a book of two thousand that rose a hundredfold a year ago and has been quiet since. */
    private static double largestOf(boolean heedsSize) {
        AlertScenes.Event grownBook = (i, p, m, value) -> i == 4 && p == 2 ? m > 10 ? 200_000 : 2000 : value;
        AlertContext real = AlertScenes.context(AlertScenes.panel(5, 0.05, grownBook), AlertScenes.policy());
        ResampledErrors errors = new ResampledErrors(real, new MonthScreen(real), heedsSize);
        int segment = real.panel().index().row(AlertScenes.key(4, 2).id()).orElseThrow();
        Random random = new Random(1);
        double largest = 0;
        for (int i = 0; i < DRAWS; i++) {
            double value = errors.draw(random).panel().column("deposits").value(segment, REVIEW);
            largest = Math.max(largest, value);
        }
        return largest;
    }

    @Test
    void upheavalOfASmallBookIsNotLaidOnTheLargeOneItBecame() {
        assertTrue(largestOf(true) < 700_000, "drew " + largestOf(true));
    }

    @Test
    void upheavalOfASmallBookIsLaidOnTheLargeOneWhereSizeIsNotHeeded() {
        assertTrue(largestOf(false) > 2_000_000, "drew " + largestOf(false));
    }
}
