package io.segmentradar.nba.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that an author may have meant. */
final class Similar {
    private static final int MOST = 3;

    private Similar() {}

    /** {@code "; did you mean x, y?"}, or nothing if no name shares a good part with {@code name}. */
    static String hint(String name, Collection<String> known) {
        List<String> near = known.stream()
                .filter(other -> distance(name, other) <= Math.max(2, name.length() / 3))
                .sorted(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        return near.isEmpty()
                ? "; see docs/actions.md for all facts"
                : "; did you mean " + String.join(", ", near) + "?";
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
