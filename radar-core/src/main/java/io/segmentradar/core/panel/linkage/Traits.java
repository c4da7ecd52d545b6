package io.segmentradar.core.panel.linkage;

/**
 * Amounts in two bytes, on a scale of octaves, and how well two of them agree. An octave has 512 steps, so values that
 * differ by less than 0.2 % may look the same; a value's unit does not matter.
 */
final class Traits {
    /** Code of a cell that was left blank. */
    static final short MISSING = Short.MIN_VALUE;

    /** Levels of agreement of two values that are not 0, see {@link #agreement}; then those with zeroes. */
    static final int VALUE_LEVELS = 12;

    static final int ONE_ZERO = VALUE_LEVELS;
    static final int BOTH_ZERO = VALUE_LEVELS + 1;
    static final int LEVELS = VALUE_LEVELS + 2;

    /** Last level at which two values are nearly equal: within 4 %. */
    static final int NEAR = 4;

    /** Bits of a float's fraction that are dropped: 23 − 9. */
    private static final int DROPPED_BITS = 14;

    /** Code of 2^−24, the smallest size told from 0; the largest is 2^40. */
    private static final int SMALLEST = (127 - 24) << 9;

    private Traits() {}

    /** The code of a value; NaN is missing. */
    static short code(double value) {
        if (value == 0) {
            return 0;
        }
        if (Double.isNaN(value)) {
            return MISSING;
        }
        int octaves = (Float.floatToRawIntBits((float) Math.abs(value)) >> DROPPED_BITS) - SMALLEST;
        int size = Math.max(1, Math.min(Short.MAX_VALUE, octaves));
        return (short) (value < 0 ? -size : size);
    }

    /**
     * Level of agreement of two codes of values: 0 is as good as equal, each further level twice as far apart, the last
     * beyond four octaves or of other sign.
     */
    static int agreement(short a, short b) {
        if ((a ^ b) < 0) {
            return VALUE_LEVELS - 1;
        }
        int steps = Math.abs(a - b) >> 1;
        return Math.min(VALUE_LEVELS - 1, Integer.SIZE - Integer.numberOfLeadingZeros(steps));
    }
}
