package hopscope.scenario;

import java.util.List;

/**
 * Nodes by name or by pattern: {@code *} stands for any text, {@code ?} for one character. One pattern or a list of
 * them, of which one must fit.
 *
 * @param patterns one at least
 */
public record NodePatterns(List<String> patterns) {
    public NodePatterns {
        patterns = List.copyOf(patterns);
    }

    /** Whether a pattern is more than a name. */
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether a text fits a pattern as a whole; O(length of the text times that of the pattern). */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                resume = at;
            } else if (next < pattern.length()
                    && (pattern.charAt(next) == '?' || pattern.charAt(next) == text.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
