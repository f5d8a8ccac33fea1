package hopscope.bench;

import java.util.List;

/**
 * How thoroughly the benchmark measures.
 *
 * @param quick fewer repetitions, and only rows that take some seconds
 * @param limitSeconds a single run that takes longer is stopped and reported as not finished
 * @param launcher the command that starts this program in a new process, without arguments of its own
 */
public record BenchSettings(boolean quick, double limitSeconds, List<String> launcher) {
    private static final double QUICK_SECONDS = 20;

    /** Defensive copy. */
    public BenchSettings {
        launcher = List.copyOf(launcher);
    }

    /** Rows expected to take longer than this are not started. */
    double longestRowSeconds() {
        return quick ? QUICK_SECONDS : Double.POSITIVE_INFINITY;
    }

    /** How often a measurement is repeated; the best counts, for other programs only ever make it worse. */
    int repetitions() {
        return quick ? 3 : 7;
    }
}
