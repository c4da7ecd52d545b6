package io.segmentradar.core.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongNumberingTest {
    @Test
    void numbersKeysInOrderOfFirstSightLikeAMap() {
        LongNumbering numbering = new LongNumbering();
        Map<Long, Integer> oracle = new HashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            long key = i % 3 == 0 ? random.nextInt(50_000) : (long) random.nextInt(300) << 32 | random.nextInt(100);
            int expected = oracle.computeIfAbsent(key, k -> oracle.size());
            assertEquals(expected, numbering.number(key));
            assertEquals(key, numbering.key(expected));
        }
        assertEquals(oracle.size(), numbering.size());
    }
}
