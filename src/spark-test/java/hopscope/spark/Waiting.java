package hopscope.spark;

import java.util.function.BooleanSupplier;

/** Looks again and again at what other processes do. */
final class Waiting {
    private static final long PAUSE_MILLIS = 20;

    private Waiting() {}

    /** Waits until something is so. */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LoggedProcess.PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come: " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
