package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A cold start over links of 10 ms with gossip every second, until every route is optimal.
 *
 * @param name of the row
 * @param protocol that routes
 * @param network that is started
 * @param targetSeconds wall time to exact routes aimed at
 * @param reach wall time aimed at until everybody reaches everybody, or {@code null}
 */
record ColdStartRow(String name, Protocol protocol, BenchNetwork network, double targetSeconds, Target reach)
        implements BenchRow {
    /** Longer than any of them takes; the run is over when all is exact. */
    private static final String DURATION = "3600s";

    /** Networks up to here are run several times, the first to warm up. */
    private static final int SMALL = 2_500;

    /** A row without a target for the time until everybody reaches everybody. */
    ColdStartRow(String name, Protocol protocol, BenchNetwork network, double targetSeconds) {
        this(name, protocol, network, targetSeconds, null);
    }

    @Override
    public String about() {
        return protocol.label() + ", " + network.title() + ", cold start to exact routes";
    }

    @Override
    public Needs needs() {
        return networkNeeds(protocol, network);
    }

    /** By ordered pair: what the protocol holds, the oracle, the observer; and what that took in profiles. */
    static Needs networkNeeds(Protocol protocol, BenchNetwork network) {
        double pairs = (double) network.nodes() * network.nodes();
        boolean isTable = protocol == Protocol.DISTANCE_VECTOR;
        double bytesPerPair = isTable ? 5 : 11;
        double nanosPerPair = isTable ? 400 : 500;
        return new Needs(2 + pairs * nanosPerPair / 1e9, (long) (100e6 + pairs * bytesPerPair));
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        LoadedScenario scenario = network.scenario(DURATION);
        NetworkRun best = NetworkRun.toExact(scenario, protocol, settings.limitSeconds());
        double first = best.exactSeconds();
        int repetitions = network.nodes() > SMALL || best.ranOutOfTime() ? 1 : settings.repetitions();
        for (int i = 1; i < repetitions; i++) {
            NetworkRun next = NetworkRun.toExact(scenario, protocol, settings.limitSeconds());
            best = next.exactSeconds() < best.exactSeconds() ? next : best;
        }
        return figures(best, first, repetitions);
    }

    private List<BenchFigure> figures(NetworkRun run, double firstSeconds, int repetitions) {
        boolean isBig = network.nodes() > SMALL;
        boolean isTable = protocol == Protocol.DISTANCE_VECTOR;
        String course = String.format(
                Locale.ROOT,
                "%s after %.1f s of virtual time",
                run.ranOutOfTime() ? "stopped" : "exact",
                run.virtualSeconds());
        String note =
                repetitions > 1 ? String.format(Locale.ROOT, "%s; first run %.2f s", course, firstSeconds) : course;
        List<BenchFigure> figures = new ArrayList<>();
        figures.add(seconds("/exact", run.exactSeconds(), Target.atMost(targetSeconds), run, note));
        figures.add(seconds("/reach", run.reachSeconds(), reach, run, ""));
        Target memory = isBig ? Target.atMost(isTable ? 1.2 : 1.5) : null;
        figures.add(BenchFigure.of(name + "/heap", run.peakHeapBytes() / 1e9, "GB", memory, "peak, garbage included"));
        figures.add(BenchFigure.of(
                name + "/events",
                run.events() / run.totalSeconds() / 1e6,
                "M events/s",
                null,
                run.events() + " events"));
        return figures;
    }

    private BenchFigure seconds(String figure, double value, Target target, NetworkRun run, String note) {
        if (Double.isNaN(value)) {
            String reason = String.format(
                    Locale.ROOT,
                    "did not finish in %.0f s; the virtual clock stood at %.1f s",
                    run.totalSeconds(),
                    run.virtualSeconds());
            return BenchFigure.missing(name + figure, "s", target, reason);
        }
        return BenchFigure.of(name + figure, value, "s", target, note);
    }
}
