package hopscope.metrics;

/** How many ordered pairs are in each condition; kept up to date by {@link RouteTracker}, one pair at a time. */
final class PairCounts {
    /** States of a pair that is not being judged are below this. */
    static final int STATES = 32;

    private final long[] pairsByState = new long[STATES];

    void add(int state, long pairs) {
        pairsByState[state] += pairs;
    }

    /** Adds so many times the counts by state of some pairs. */
    void addAll(int[] byState, int times) {
        for (int state = 0; state < STATES; state++) {
            pairsByState[state] += (long) times * byState[state];
        }
    }

    void move(int from, int to) {
        pairsByState[from]--;
        pairsByState[to]++;
    }

    /** Pairs that do not know what they should. */
    long viewWrong() {
        long count = 0;
        for (int state = 0; state < STATES; state++) {
            count += PairState.isViewRight(state) ? 0 : pairsByState[state];
        }
        return count;
    }

    /** Pairs whose route does not deliver, or that should have none. */
    long reachWrong() {
        long count = 0;
        for (int state = 0; state < STATES; state++) {
            count += PairState.isReachRight(state) ? 0 : pairsByState[state];
        }
        return count;
    }

    /** Pairs whose route is not at the oracle's distance, or does not deliver, or should not be. */
    long optimalWrong() {
        long count = 0;
        for (int state = 0; state < STATES; state++) {
            count += PairState.isOptimal(state) ? 0 : pairsByState[state];
        }
        return count;
    }

    /** Pairs whose route runs into a loop. */
    long looping() {
        return withFare(PairState.LOOPS);
    }

    /** Pairs whose route ends at a node without a usable next hop. */
    long blackHoles() {
        return withFare(PairState.BLACK_HOLE);
    }

    /** Pairs whose route rests on what is gone, see {@link PairState#isStale}. */
    long stale() {
        long count = 0;
        for (int state = 0; state < STATES; state++) {
            count += PairState.isStale(state) ? pairsByState[state] : 0;
        }
        return count;
    }

    private long withFare(int fare) {
        long count = 0;
        for (int state = fare; state < STATES; state += PairState.FARE_MASK + 1) {
            count += pairsByState[state];
        }
        return count;
    }
}
