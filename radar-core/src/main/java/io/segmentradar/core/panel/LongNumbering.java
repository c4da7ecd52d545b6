package io.segmentradar.core.panel;

import java.util.Arrays;

/** Numbers distinct long keys 0, 1, 2 … in order of first sight; open addressing, nothing boxed. */
final class LongNumbering {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 10];
    private int[] slots = new int[1 << 11];
    private int shift = Long.SIZE - 11;
    private int size;

    LongNumbering() {
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    /** The key that has this number. */
    long key(int number) {
        return keys[number];
    }

    /** The number of {@code key}; a new one, equal to the former {@link #size()}, if it has not been seen. */
    int number(long key) {
        int slot = slotOf(key);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slotOf(key);
        }
        keys[size] = key;
        slots[slot] = size;
        return size++;
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * MIX) >>> shift);
        while (slots[slot] >= 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = new int[keys.length * 2];
        shift--;
        Arrays.fill(slots, -1);
        for (int number = 0; number < size; number++) {
            slots[slotOf(keys[number])] = number;
        }
    }
}
