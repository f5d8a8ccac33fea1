package hopscope.metrics;

/**
 * When one level of convergence was reached: the settling time of each period between disturbances, that is the start of
 * the unbroken stretch in which the level holds up to the period's end.
 */
final class LevelTimes {
    private static final long DOES_NOT_HOLD = -1;

    private long periodStart;
    private long holdsSince = DOES_NOT_HOLD;
    private boolean isFirstPeriod = true;
    private double coldStartSeconds = Double.NaN;

    /** The level holds, or does not, after all that happened at this time. */
    void note(long nowNanos, boolean holds) {
        if (!holds) {
            holdsSince = DOES_NOT_HOLD;
        } else if (holdsSince == DOES_NOT_HOLD) {
            holdsSince = nowNanos;
        }
    }

    /** Whether the level holds now. */
    boolean holds() {
        return holdsSince != DOES_NOT_HOLD;
    }

    /** A new period begins. */
    void disturbed(long nowNanos) {
        if (nowNanos == 0) {
            // What breaks at the very start belongs to the start.
            return;
        }
        if (isFirstPeriod) {
            coldStartSeconds = settlingSeconds();
            isFirstPeriod = false;
        }
        periodStart = nowNanos;
        holdsSince = DOES_NOT_HOLD;
    }

    /** Since when the level has held without a break since the last disturbance; negative if it does not. */
    long holdsSinceNanos() {
        return holdsSince;
    }

    /** Settling time of the present period so far, or NaN if the level does not hold. */
    double settlingSeconds() {
        return holdsSince == DOES_NOT_HOLD ? Double.NaN : (holdsSince - periodStart) / 1e9;
    }

    /** Settling time of the first period, or NaN if the level did not hold at its end. */
    double coldStartSeconds() {
        return isFirstPeriod ? settlingSeconds() : coldStartSeconds;
    }

    /** Settling time of the last period; NaN if it did not hold at the end or if nothing ever disturbed the run. */
    double reconvergenceSeconds() {
        return isFirstPeriod ? Double.NaN : settlingSeconds();
    }
}
