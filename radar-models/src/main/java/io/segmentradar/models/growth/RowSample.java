package io.segmentradar.models.growth;

import io.segmentradar.features.matrix.SeriesBlock;
import java.util.Arrays;

/** Random samples of rows. A row is drawn by its own name and month, so that other segments have no say in it. */
final class RowSample {
    private final long[] names;
    private final int months;
    private final long seed;

    RowSample(SeriesBlock block, long seed) {
        this.months = block.months().count();
        this.seed = seed;
        this.names = new long[block.nodes()];
        for (int node = 0; node < names.length; node++) {
            names[node] = mix(block.key(node).id().value().hashCode() + mix(seed));
        }
    }

    /**
     * About {@code share} of the rows, in their order.
     *
     * @param number different numbers give different samples
     */
    int[] draw(int[] rows, double share, int number) {
        long salt = mix(seed + number + 1);
        int[] drawn = new int[rows.length];
        int n = 0;
        for (int row : rows) {
            long bits = mix(names[row / months] + salt + row % months);
            if ((bits >>> 11) * 0x1p-53 < share) {
                drawn[n++] = row;
            }
        }
        return Arrays.copyOf(drawn, n);
    }

    /** Finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
