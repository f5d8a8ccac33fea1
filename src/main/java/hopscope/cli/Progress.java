package hopscope.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * One line on standard error that tells how far a long work is; only on a terminal. The launcher knows whether standard
 * error is one and says so in the system property {@code hopscope.terminal}.
 */
final class Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter err;
    private final boolean visible;
    private final String what;
    private int total;
    private final long startNanos = System.nanoTime();
    private int done;

    Progress(PrintWriter err, String what, int total) {
        this.err = err;
        this.visible = Boolean.getBoolean("hopscope.terminal");
        this.what = what;
        this.total = total;
        show();
    }

    /** One more is done. */
    void advance() {
        done++;
        show();
    }

    /** So much is done of a total that may have grown. */
    void advanceTo(int doneNow, int totalNow) {
        done = doneNow;
        total = totalNow;
        show();
    }

    private void show() {
        if (!visible) {
            return;
        }
        double elapsed = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        String left = done == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.1f a second, about %.0f s left",
                        done / elapsed,
                        elapsed / done * (total - done));
        err.printf(Locale.ROOT, "\r\033[K%s: run %d of %d, %.0f s%s", what, done, total, elapsed, left);
        err.flush();
    }

    /** The work is over: the line goes away. */
    void finish() {
        if (visible) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
