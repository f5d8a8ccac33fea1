package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Simulation;
import java.util.List;
import java.util.Locale;

/** Reliable messages between random nodes of a routed network with lossy links: links crossed a second. */
final class DataPlaneRow implements BenchRow {
    private static final String LOSSY_LINKS = "{latency: 10ms, loss: 1%}";
    private static final int MESSAGES = 1_000_000;
    private static final int QUICK_MESSAGES = 200_000;
    private static final int RATE = 50_000;
    private static final int START_SECONDS = 20;
    private static final int TAIL_SECONDS = 10;
    private static final int EVENTS_BETWEEN_LOOKS = 1000;

    @Override
    public String name() {
        return "data-plane";
    }

    @Override
    public String about() {
        return "source-routing, 1,000 nodes, reliable messages of 100 bytes, 1 % loss on every link";
    }

    @Override
    public Needs needs() {
        return new Needs(15, 1_000_000_000L);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        int messages = settings.quick() ? QUICK_MESSAGES : MESSAGES;
        int duration = START_SECONDS + messages / RATE + TAIL_SECONDS;
        LoadedScenario loaded = BenchNetwork.scaleFree(1_000)
                .scenarioOver(
                        LOSSY_LINKS,
                        duration + "s",
                        "traffic:",
                        "  - {from: any, to: any, start: " + START_SECONDS + "s, rate: " + RATE + "/s, count: "
                                + messages + ", payload: 100B}");
        ProtocolSpec spec =
                ProtocolSpec.of(Protocol.SOURCE_ROUTING, loaded.scenario().routing());
        RunMetrics metrics = new RunMetrics(loaded.scenario());
        Simulation simulation = new Simulation(loaded.scenario(), loaded.topology(), spec, 1, metrics);
        long begin = 0;
        long eventsBefore = 0;
        while (simulation.advance(EVENTS_BETWEEN_LOOKS)) {
            if (begin == 0 && simulation.nowNanos() >= START_SECONDS * 1_000_000_000L) {
                begin = System.nanoTime();
                eventsBefore = simulation.eventCount();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var measured = metrics.measurements(simulation);
        // Nearly every event from then on is a frame at the end of a link; sending and waking are the others.
        double frames = simulation.eventCount() - eventsBefore - measured.value(Metric.SENT);
        return List.of(BenchFigure.of(
                name(),
                frames / seconds / 1e6,
                "M frame-hops/s",
                Target.atLeast(3),
                String.format(
                        Locale.ROOT,
                        "%,d messages in %.1f s, %.1f hops, %.3f delivered",
                        messages,
                        seconds,
                        measured.value(Metric.HOPS_MEAN),
                        measured.value(Metric.DELIVERY_RATIO))));
    }
}
