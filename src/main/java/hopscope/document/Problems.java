package hopscope.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file, so that the user sees all of it at once. */
public final class Problems {
    /** More lines than this help nobody; the rest is counted. */
    private static final int SHOWN_AT_MOST = 100;

    private final String mainFile;
    private final Set<Problem> found = new LinkedHashSet<>();
    private int reports;

    /** @param mainFile whose problems come first */
    public Problems(String mainFile) {
        this.mainFile = mainFile;
    }

    /** Adds a problem in full words. */
    public void add(Position at, String message) {
        reports++;
        found.add(new Problem(oneLine(at.file()), at.line(), at.column(), oneLine(message)));
    }

    /** Adds {@code what; expected …}. */
    public void add(Position at, String what, String expected) {
        add(at, what + "; expected " + expected);
    }

    /** Adds what a value's reader found. */
    public void add(Position at, BadValue bad) {
        add(at, bad.getMessage());
    }

    /** Number of reports so far, repeated ones included: tells whether a step went well. */
    public int reports() {
        return reports;
    }

    /** All problems: those of the main file by position, then the others. */
    public List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(found);
        all.sort(Comparator.comparing((Problem p) -> !p.file().equals(mainFile))
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column)
                .thenComparing(Problem::message));
        if (all.size() <= SHOWN_AT_MOST) {
            return all;
        }
        List<Problem> shown = new ArrayList<>(all.subList(0, SHOWN_AT_MOST));
        shown.add(new Problem(mainFile, 0, 0, "and " + (all.size() - SHOWN_AT_MOST) + " more problems"));
        return shown;
    }

    /** What the user wrote may hold line breaks and control characters; a problem is one line. */
    private static String oneLine(String message) {
        StringBuilder line = new StringBuilder(message.length());
        message.codePoints()
                .forEach(c -> line.appendCodePoint(
                        Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || isLoneSurrogate(c) ? ' ' : c));
        return line.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
