package io.segmentradar.models.alike;

/** Agreement of two partitions beyond chance: 1 the same, 0 as by chance (Hubert and Arabie 1985, eq. 5). */
final class AdjustedRand {
    private AdjustedRand() {}

    /**
     * @param a group of each item, from 0
     */
    static double of(int[] a, int[] b) {
        int[][] both = new int[max(a) + 1][max(b) + 1];
        long[] ofA = new long[both.length];
        long[] ofB = new long[both[0].length];
        for (int i = 0; i < a.length; i++) {
            both[a[i]][b[i]]++;
            ofA[a[i]]++;
            ofB[b[i]]++;
        }
        double index = 0;
        for (int[] row : both) {
            for (int n : row) {
                index += pairs(n);
            }
        }
        double pairsA = 0;
        for (long n : ofA) {
            pairsA += pairs(n);
        }
        double pairsB = 0;
        for (long n : ofB) {
            pairsB += pairs(n);
        }
        double expected = pairsA * pairsB / pairs(a.length);
        double most = (pairsA + pairsB) / 2;
        return most == expected ? 1 : (index - expected) / (most - expected);
    }

    private static double pairs(long n) {
        return n * (n - 1) / 2.0;
    }

    private static int max(int[] values) {
        int max = 0;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
