package hopscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopscope.scenario.Scenario;
import hopscope.simulation.NetworkView;
import hopscope.simulation.QuietObserver;
import java.math.BigInteger;

/**
 * Feeds a {@link Convergence} and compares it with everything computed from scratch: after every event that changed a
 * route, a link or a node, and after many others.
 */
final class RecountingObserver extends QuietObserver {
    /** After events without any news everything should stand as before; so many go by from one such look to the next. */
    private static final int EVENTS_WITHOUT_NEWS = 5;

    private final Scenario scenario;
    private NetworkView network;
    private Convergence convergence;
    private PairsByWalking walked;

    // What the recount says of the time since the last event.
    private long lastNanos;
    private long loops;
    private long blackHoles;
    private long stale;
    private BigInteger loopPairNanos = BigInteger.ZERO;
    private BigInteger blackHolePairNanos = BigInteger.ZERO;
    private BigInteger stalePairNanos = BigInteger.ZERO;
    private final Settling view = new Settling();
    private final Settling reach = new Settling();
    private final Settling optimal = new Settling();
    private long recounts;
    private long events;
    private boolean changed = true;

    /** Settling times by another way: the last moment that was wrong, and the next event after it. */
    private static final class Settling {
        private long periodStart;
        private long rightSince = -1;
        private double first = Double.NaN;
        private boolean disturbed;

        void note(long nowNanos, boolean right) {
            rightSince = right ? rightSince < 0 ? nowNanos : rightSince : -1;
        }

        void disturbed(long nowNanos) {
            first = disturbed ? first : seconds();
            disturbed = true;
            periodStart = nowNanos;
            rightSince = -1;
        }

        double seconds() {
            return rightSince < 0 ? Double.NaN : (rightSince - periodStart) / 1e9;
        }

        void compare(LevelTimes times) {
            assertThat(times.coldStartSeconds()).isEqualTo(Double.valueOf(disturbed ? first : seconds()));
            assertThat(times.reconvergenceSeconds()).isEqualTo(Double.valueOf(disturbed ? seconds() : Double.NaN));
        }
    }

    RecountingObserver(Scenario scenario) {
        this.scenario = scenario;
    }

    /** How often everything was counted again. */
    long recounts() {
        return recounts;
    }

    double loopPairSeconds() {
        return loopPairNanos.doubleValue() / 1e9;
    }

    double blackHolePairSeconds() {
        return blackHolePairNanos.doubleValue() / 1e9;
    }

    double stalePairSeconds() {
        return stalePairNanos.doubleValue() / 1e9;
    }

    @Override
    public void begin(NetworkView view) {
        network = view;
        convergence = new Convergence(
                view, scenario.duration().nanos(), scenario.settle().nanos());
        walked = new PairsByWalking(view);
    }

    @Override
    public void disturbed(long nowNanos) {
        changed = true;
        convergence.disturbed(nowNanos);
        view.disturbed(nowNanos);
        reach.disturbed(nowNanos);
        optimal.disturbed(nowNanos);
    }

    @Override
    public void linkChanged(long nowNanos, int link, boolean live) {
        changed = true;
        convergence.linkChanged(nowNanos, link, live);
        walked.networkChanged();
    }

    @Override
    public void nodeChanged(long nowNanos, int node, boolean up) {
        changed = true;
        convergence.nodeChanged(nowNanos, node);
        walked.networkChanged();
    }

    @Override
    public void routeChanged(
            long nowNanos, int node, int destination, int oldVia, int oldDistance, int via, int distance) {
        changed = true;
        convergence.routeChanged(nowNanos, node, destination, oldVia, oldDistance, via, distance);
    }

    @Override
    public void eventDone(long nowNanos) {
        convergence.eventDone(nowNanos);
        events++;
        if (!changed && events % EVENTS_WITHOUT_NEWS != 0) {
            return;
        }
        changed = false;
        integrate(nowNanos);
        walked.walk();
        compareStates();
        loops = walked.count(state -> (state & PairState.FARE_MASK) == PairState.LOOPS);
        blackHoles = walked.count(state -> (state & PairState.FARE_MASK) == PairState.BLACK_HOLE);
        stale = walked.staleCount();
        compareCounts(nowNanos);
        recounts++;
    }

    private void integrate(long nowNanos) {
        BigInteger elapsed = BigInteger.valueOf(nowNanos - lastNanos);
        loopPairNanos = loopPairNanos.add(elapsed.multiply(BigInteger.valueOf(loops)));
        blackHolePairNanos = blackHolePairNanos.add(elapsed.multiply(BigInteger.valueOf(blackHoles)));
        stalePairNanos = stalePairNanos.add(elapsed.multiply(BigInteger.valueOf(stale)));
        lastNanos = nowNanos;
    }

    private RouteTracker tracker() {
        return (RouteTracker) convergence.tracker();
    }

    private void compareStates() {
        int nodes = network.topology().nodeCount();
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                if (source == destination) {
                    continue;
                }
                int expected = walked.state(source, destination);
                int actual = tracker().state(source, destination) & ~PairState.BROKEN;
                // Whether a distance is the oracle's matters, and is kept, only where there is a path.
                if ((expected & PairState.CONNECTED) == 0) {
                    actual &= ~PairState.EXACT;
                }
                if (expected != actual) {
                    throw new AssertionError("pair " + source + " → " + destination + " at " + lastNanos
                            + " ns: the tracker says " + actual + ", walking says " + expected);
                }
                if (walked.distance(source, destination) != tracker().oracleDistance(source, destination)) {
                    throw new AssertionError("distance " + source + " → " + destination + " at " + lastNanos + " ns");
                }
            }
        }
    }

    private void compareCounts(long nowNanos) {
        PairCounts counts = convergence.tracker().counts();
        long viewWrong = walked.count(RecountingObserver::isViewWrong);
        long reachWrong = walked.count(RecountingObserver::isReachWrong);
        long optimalWrong = walked.count(
                state -> isReachWrong(state) || (state & PairState.CONNECTED) != 0 && (state & PairState.EXACT) == 0);
        assertThat(new long[] {
                    counts.viewWrong(),
                    counts.reachWrong(),
                    counts.optimalWrong(),
                    counts.looping(),
                    counts.blackHoles(),
                    counts.stale()
                })
                .containsExactly(viewWrong, reachWrong, optimalWrong, loops, blackHoles, stale);
        view.note(nowNanos, viewWrong == 0);
        reach.note(nowNanos, reachWrong == 0);
        optimal.note(nowNanos, optimalWrong == 0);
    }

    private static boolean isViewWrong(int state) {
        boolean connected = (state & PairState.CONNECTED) != 0;
        return connected == ((state & PairState.FARE_MASK) == PairState.NO_ROUTE);
    }

    private static boolean isReachWrong(int state) {
        boolean connected = (state & PairState.CONNECTED) != 0;
        return (state & PairState.FARE_MASK) != (connected ? PairState.DELIVERS : PairState.NO_ROUTE);
    }

    @Override
    public void end(long nowNanos) {
        convergence.end(nowNanos);
        integrate(nowNanos);
        assertThat(convergence.loopPairSeconds()).isCloseTo(loopPairSeconds(), within(1e-9));
        assertThat(convergence.blackHolePairSeconds()).isCloseTo(blackHolePairSeconds(), within(1e-9));
        assertThat(convergence.stalePairSeconds()).isCloseTo(stalePairSeconds(), within(1e-9));
        view.compare(convergence.view());
        reach.compare(convergence.reach());
        optimal.compare(convergence.optimal());
    }
}
