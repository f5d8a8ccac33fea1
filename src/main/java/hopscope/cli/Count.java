package hopscope.cli;

import java.util.Locale;

/** Numbers of things in sentences. */
final class Count {
    private Count() {}

    /** {@code 1 run}, {@code 1200 runs}. */
    static String of(long count, String one) {
        return count + plural(count, one);
    }

    /** {@code 1 event}, {@code 1,200,000 events}. */
    static String grouped(long count, String one) {
        return String.format(Locale.ROOT, "%,d", count) + plural(count, one);
    }

    private static String plural(long count, String one) {
        return " " + one + (count == 1 ? "" : "s");
    }
}
