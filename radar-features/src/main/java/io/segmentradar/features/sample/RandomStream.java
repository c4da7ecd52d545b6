package io.segmentradar.features.sample;

/**
 * Random numbers that depend only on what they are for: a stream starts at (seed, purpose, two numbers), so that any
 * customer's month can be drawn on any thread, in any order. Generator: SplitMix64 (Steele, Lea and Flood 2014);
 * normals by the polar method (Marsaglia and Bray 1964), with {@link StrictMath} for the same bytes on every machine.
 */
final class RandomStream {
    /** What a stream is for; a new purpose never disturbs the others. */
    enum Purpose {
        CUSTOMER,
        CUSTOMER_MONTH,
        ECONOMY,
        AFFINITY,
        EXCHANGE_RATE,
        EVENT
    }

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare;
    private boolean hasSpare;

    RandomStream startAt(long seed, Purpose purpose, long first, long second) {
        long start = mix(seed + GAMMA * (purpose.ordinal() + 1));
        start = mix(start ^ mix(first + GAMMA));
        state = mix(start ^ mix(second + 2 * GAMMA));
        hasSpare = false;
        return this;
    }

    /** Uniform on [0, 1). */
    double uniform() {
        state += GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** Uniform on [from, to). */
    double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Uniform on 0 … bound − 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal. */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
    }

    /** Log-normal with median 1. */
    double noise(double spread) {
        return StrictMath.exp(spread * normal());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
