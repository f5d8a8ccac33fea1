package hopscope.cli;

import java.util.Locale;

/** Numbers of things in sentences. */
final class Count {
    private Count() {}

    /** {@code 1 run}, {@code 1,200 runs}. */
    static String of(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
}
