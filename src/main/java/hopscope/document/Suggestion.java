package hopscope.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the word that the user may have meant. */
public final class Suggestion {
    private static final int LONGEST_WORD = 64;

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Suggestion() {}

    /** {@code ; did you mean 'x'?} or nothing. */
    public static String hint(String written, Collection<String> allowed) {
        return closest(written, allowed)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** The allowed word nearest to the one written, if any is near; the first of equals. O(words · length²). */
    public static Optional<String> closest(String written, Collection<String> allowed) {
        if (written.isEmpty() || written.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String wanted = plain(written);
        String best = null;
        // Something has to agree: no letter is a misspelling of another.
        int bestDistance = Math.min(wanted.length(), Math.max(1, wanted.length() / 3) + 1);
        for (String word : allowed) {
            if (word.length() > LONGEST_WORD) {
                continue;
            }
            int distance = distance(wanted, plain(word));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = word;
            }
        }
        return best != null ? Optional.of(best) : startingWith(wanted, allowed);
    }

    private static Optional<String> startingWith(String wanted, Collection<String> allowed) {
        return allowed.stream()
                .filter(word -> wanted.length() >= 3
                        && word.length() >= 3
                        && (plain(word).startsWith(wanted) || wanted.startsWith(plain(word))))
                .findFirst();
    }

    /** {@code hopLimit}, {@code hop_limit} and {@code Hop-Limit} are one word to the user. */
    public static String plain(String word) {
        return HUMP.matcher(word).replaceAll("$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment distance: insert, delete, replace, swap of neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
