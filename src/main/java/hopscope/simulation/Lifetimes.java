package hopscope.simulation;

import hopscope.random.RandomStream;
import hopscope.scenario.LifetimeSpec;

/** Draws sessions and downtimes by inversion of their survival function, from one standard exponential draw each. */
final class Lifetimes {
    /** Longer than any run, and far enough from the end of time to be added up. */
    private static final long LONGEST_NANOS = Long.MAX_VALUE / 4;

    private Lifetimes() {}

    /** A time in nanoseconds, at least 1; see {@link LifetimeSpec} for the parameters. */
    static long drawNanos(LifetimeSpec spec, RandomStream random) {
        double exponential = random.nextExponential();
        double nanos = switch (spec.distribution()) {
            case EXPONENTIAL -> spec.mean().nanos() * exponential;
            case WEIBULL -> spec.scale().nanos() * StrictMath.pow(exponential, 1 / spec.shape());
            case PARETO -> spec.min().nanos() * StrictMath.exp(exponential / spec.shape());
        };
        return nanos >= LONGEST_NANOS ? LONGEST_NANOS : Math.max(1, (long) nanos);
    }

    /** A time after another, at most {@link #LONGEST_NANOS} away from the end of time. */
    static long after(long nanos, long durationNanos) {
        return Math.min(2 * LONGEST_NANOS, nanos) + durationNanos;
    }
}
