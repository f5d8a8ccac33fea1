package hopscope.simulation;

/**
 * The monotonic clock of one node, which may run too fast or too slow. It never goes back; what a node is told of time and
 * the deadlines it names are in this clock.
 */
final class NodeClock {
    private static final long PPM = 1_000_000;

    private long sinceVirtual;
    private long sinceLocal;
    private int skewPpm;

    /** From now on runs so many parts per million too fast; goes on from where it stands. */
    void skew(long virtualNanos, int ppm) {
        sinceLocal = localNanos(virtualNanos);
        sinceVirtual = virtualNanos;
        skewPpm = ppm;
    }

    /** What the clock shows at a virtual time not before the last change. */
    long localNanos(long virtualNanos) {
        return sinceLocal + stretched(virtualNanos - sinceVirtual);
    }

    /** In whole numbers, so that it is the same everywhere; the parts of a million are apart so as not to overflow. */
    private long stretched(long elapsed) {
        return elapsed + elapsed / PPM * skewPpm + Math.floorDiv(elapsed % PPM * skewPpm, PPM);
    }

    /** The earliest virtual time, not before the last change, at which the clock shows so much. */
    long virtualNanos(long localNanos) {
        if (localNanos == Long.MAX_VALUE || localNanos <= sinceLocal) {
            return localNanos == Long.MAX_VALUE ? localNanos : sinceVirtual;
        }
        long wanted = localNanos - sinceLocal;
        long rate = PPM + skewPpm;
        // The quotient is right up to rounding; the last steps make it exact.
        long elapsed = wanted / rate * PPM + wanted % rate * PPM / rate;
        while (stretched(elapsed) < wanted) {
            elapsed++;
        }
        while (elapsed > 0 && stretched(elapsed - 1) >= wanted) {
            elapsed--;
        }
        return sinceVirtual + elapsed;
    }
}
