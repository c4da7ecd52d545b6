package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Node 1 errs as node 0 does, with a third of noise of its own; the others are by themselves. */
class PeersTest {
    private static final int NODES = 40;
    private static final int MONTHS = 61;
    private static final int LAST = MONTHS - 1;

    private static double[] errors(int months) {
        Random random = new Random(3);
        double[] errors = IntStream.range(0, NODES * months)
                .mapToDouble(cell -> random.nextGaussian())
                .toArray();
        for (int m = 0; m < months; m++) {
            errors[months + m] = 0.94 * errors[m] + 0.34 * errors[months + m];
        }
        return errors;
    }

    @Test
    void twoThatErrTogetherAreEachOthersPeers() {
        Peers peers = new Peers(errors(MONTHS), MONTHS);

        assertArrayEquals(new int[] {1}, peers.of(0));
        assertArrayEquals(new int[] {0}, peers.of(1));
    }

    @Test
    void whatThePeerToldOfTheErrorLeavesLittleOfIt() {
        double[] errors = errors(MONTHS);
        Peers peers = new Peers(errors, MONTHS);

        double before = 0;
        double after = 0;
        for (int m = 0; m < LAST; m++) {
            before += Math.pow(errors[MONTHS + m], 2);
            after += Math.pow(errors[MONTHS + m] - peers.part(1, m), 2);
        }
        assertTrue(after < 0.3 * before, after + " of " + before);
    }

    @Test
    void whoErrsByItselfHasNoPeersAndNothingIsToldOfIt() {
        Peers peers = new Peers(errors(MONTHS), MONTHS);

        for (int node = 2; node < NODES; node++) {
            assertEquals(0, peers.of(node).length);
            assertEquals(0, peers.part(node, LAST));
        }
    }

    @Test
    void theLastMonthTeachesNothingButIsTold() {
        double[] errors = errors(MONTHS);
        double asItWas = new Peers(errors, MONTHS).part(1, 0);
        double slope = new Peers(errors, MONTHS).part(1, LAST) / errors[LAST];
        errors[LAST] = 3;
        errors[MONTHS + LAST] = -3;
        Peers peers = new Peers(errors, MONTHS);

        assertEquals(asItWas, peers.part(1, 0));
        assertEquals(3 * slope, peers.part(1, LAST), 1e-12);
    }

    @Test
    void aFewMonthsMakeNoPeers() {
        assertEquals(0, new Peers(errors(10), 10).of(0).length);
    }

    @Test
    void missingErrorsCountForNothing() {
        double[] errors = errors(MONTHS);
        for (int m = 0; m < 50; m++) {
            errors[m] = Double.NaN;
        }
        Peers peers = new Peers(errors, MONTHS);

        assertEquals(0, peers.of(0).length);
        assertEquals(0, peers.part(0, LAST));
    }
}
