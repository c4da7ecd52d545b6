package io.segmentradar.core.panel.linkage;

import java.util.ArrayList;
import java.util.List;

/** Rows of a bank, kept small until they are linked: two bytes a trait, four an amount. Chunks grow without copying. */
final class RowStore {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final int traits;
    private final int amounts;
    private final List<short[]> codes = new ArrayList<>();
    private final List<float[]> money = new ArrayList<>();
    private final List<int[]> cells = new ArrayList<>();
    private int size;

    RowStore(int traits, int amounts) {
        this.traits = traits;
        this.amounts = amounts;
    }

    /** Appends a row without values; they are set next. */
    void add(int cell) {
        if (size >> CHUNK_BITS == cells.size()) {
            codes.add(new short[CHUNK * traits]);
            money.add(new float[CHUNK * amounts]);
            cells.add(new int[CHUNK]);
        }
        cells.get(size >> CHUNK_BITS)[size & CHUNK - 1] = cell;
        size++;
    }

    /** Sets a trait of the row added last. */
    void trait(int trait, double value) {
        codes.get(codes.size() - 1)[(size - 1 & CHUNK - 1) * traits + trait] = Traits.code(value);
    }

    /** Sets an amount of the row added last. */
    void amount(int amount, double value) {
        money.get(money.size() - 1)[(size - 1 & CHUNK - 1) * amounts + amount] = (float) value;
    }

    int size() {
        return size;
    }

    int traits() {
        return traits;
    }

    int amounts() {
        return amounts;
    }

    int cell(int row) {
        return cells.get(row >> CHUNK_BITS)[row & CHUNK - 1];
    }

    float amount(int row, int amount) {
        return money.get(row >> CHUNK_BITS)[(row & CHUNK - 1) * amounts + amount];
    }

    /** Copies the traits of a row to {@code to}, from position {@code at}. */
    void traits(int row, short[] to, int at) {
        System.arraycopy(codes.get(row >> CHUNK_BITS), (row & CHUNK - 1) * traits, to, at, traits);
    }
}
