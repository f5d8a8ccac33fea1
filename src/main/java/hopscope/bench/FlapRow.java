package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Protocol;
import java.util.List;
import java.util.Locale;

/**
 * Source routing from a warm start: one link goes and comes back, and each time the new records of its ends flood the network
 * while the gossip rounds go on.
 *
 * @param name of the row
 * @param network whose first link flaps
 */
record FlapRow(String name, BenchNetwork network) implements BenchRow {
    private static final String SETTINGS = "{interval: 1s, spread: flooding, warm-start: enabled}";
    private static final String DURATION = "10s";
    private static final double TARGET_GIGABYTES = 8;

    // By node: what it holds besides the view that all share, and the routes and distances of 256 sources; a ceiling of
    // what was seen.
    private static final double BYTES_PER_NODE = 16_000;
    private static final double MICROS_PER_NODE = 400;

    @Override
    public String about() {
        return "source routing, " + network.title() + ", warm start, one link flaps, records flood";
    }

    @Override
    public Needs needs() {
        return new Needs(
                5 + network.nodes() * MICROS_PER_NODE / 1e6, (long) (200e6 + network.nodes() * BYTES_PER_NODE));
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        LoadedScenario loaded = network.scenarioWith(
                SETTINGS, DURATION, "faults:", "  - {at: 2s, link-down: [0, 1]}", "  - {at: 6s, link-up: [0, 1]}");
        NetworkRun run = NetworkRun.toEnd(loaded, Protocol.SOURCE_ROUTING, settings.limitSeconds());
        String course = String.format(
                Locale.ROOT,
                "%s at %.1f s of virtual time, after %.1f s to build",
                run.ranOutOfTime() ? "stopped" : "finished",
                run.virtualSeconds(),
                run.buildSeconds());
        double millions = run.events() / (run.totalSeconds() - run.buildSeconds()) / 1e6;
        return List.of(
                BenchFigure.of(name + "/total", run.totalSeconds(), "s", null, course),
                BenchFigure.of(
                        name + "/heap",
                        run.peakHeapBytes() / 1e9,
                        "GB",
                        Target.atMost(TARGET_GIGABYTES),
                        String.format(Locale.ROOT, "peak, garbage included; %.2f M events/s", millions)),
                BenchFigure.of(name + "/events", millions, "M events/s", null, run.events() + " events"));
    }
}
