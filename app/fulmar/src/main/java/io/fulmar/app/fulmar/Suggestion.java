package io.fulmar.app.fulmar;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean ...?": the known word nearest to a mistyped one. */
final class Suggestion {
    private Suggestion() {}

    /** The known word with the fewest typing mistakes to it, if they are few for its length. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.min(3, word.length() / 3));
        return known.stream()
                .filter(candidate -> mistakes(word, candidate.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(candidate -> mistakes(word, candidate.toLowerCase(Locale.ROOT))));
    }

    /** Letters to add, drop, change, or swap with their neighbour, to turn one word into the other. */
    static int mistakes(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= to.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
