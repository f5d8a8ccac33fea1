package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.scenario.Protocol;
import java.util.List;

/**
 * How the cost of an event grows from a network of 1,000 nodes to one of 10,000: the first seconds of a cold start.
 *
 * @param name of the row
 * @param protocol that routes
 */
record GrowthRow(String name, Protocol protocol) implements BenchRow {
    private static final String DURATION = "12s";
    private static final BenchNetwork SMALL = BenchNetwork.scaleFree(1_000);
    private static final BenchNetwork BIG = BenchNetwork.scaleFree(10_000);

    @Override
    public String about() {
        return protocol.label() + ", cost of an event with 10,000 nodes to that with 1,000";
    }

    @Override
    public Needs needs() {
        return ColdStartRow.networkNeeds(protocol, BIG);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        double small = Double.POSITIVE_INFINITY;
        for (int i = 0; i < settings.repetitions(); i++) {
            small = Math.min(small, nanosPerEvent(SMALL, settings));
        }
        double big = nanosPerEvent(BIG, settings);
        return List.of(new BenchFigure(
                name,
                big,
                "ns/event",
                null,
                "1,000 nodes",
                small,
                big / small,
                Target.atMost(2.5),
                "12 s of virtual time"));
    }

    /** Infinite if the run did not finish. */
    private double nanosPerEvent(BenchNetwork network, BenchSettings settings) {
        NetworkRun run = NetworkRun.toEnd(network.scenario(DURATION), protocol, settings.limitSeconds());
        return run.ranOutOfTime() ? Double.NaN : run.nanosPerEvent();
    }
}
