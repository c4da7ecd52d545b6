package io.segmentradar.features.csv;

/** Texts seen lately, so that a text that comes again and again is one object. Mutable, one thread. */
final class KnownTexts {
    private static final int SLOTS = 1 << 12;
    private static final int SHIFT = Integer.SIZE - 12;
    private static final int MIX = 0x9E3779B9;
    private static final int FACTOR = 31;

    private final String[] slots = new String[SLOTS];

    /** The text from {@code from} to {@code to}, exclusive. */
    String of(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = FACTOR * hash + text[i];
        }
        int slot = hash * MIX >>> SHIFT;
        String known = slots[slot];
        if (known == null || !isEqual(known, text, from, to)) {
            known = new String(text, from, to - from);
            slots[slot] = known;
        }
        return known;
    }

    private static boolean isEqual(String known, char[] text, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
