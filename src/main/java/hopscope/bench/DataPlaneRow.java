package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Metric;
import hopscope.scenario.Protocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.LinkFigures;
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
        return new Needs(20, 1_000_000_000L);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        int messages = settings.quick() ? QUICK_MESSAGES : MESSAGES;
        // Not the whole of it: what is compiled on the way is compiled by then.
        Measured first = measure(QUICK_MESSAGES);
        Measured measured = measure(messages);
        return List.of(BenchFigure.of(
                name(),
                measured.millionHopsPerSecond(),
                "M frame-hops/s",
                Target.atLeast(3),
                String.format(
                        Locale.ROOT,
                        "%,d messages in %.1f s, %.1f hops, %.3f delivered; first %,d in a cold JVM %.2f",
                        messages,
                        measured.seconds(),
                        measured.hopsMean(),
                        measured.deliveryRatio(),
                        QUICK_MESSAGES,
                        first.millionHopsPerSecond())));
    }

    /**
     * What a run yielded.
     *
     * @param hops of frames over links, from the first message on: of messages, acknowledgements and the little gossip
     * @param seconds of wall time that they took
     */
    private record Measured(long hops, double seconds, double hopsMean, double deliveryRatio) {
        double millionHopsPerSecond() {
            return hops / seconds / 1e6;
        }
    }

    private static Measured measure(int messages) {
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
        long hopsBefore = 0;
        while (simulation.advance(EVENTS_BETWEEN_LOOKS)) {
            if (begin == 0 && simulation.nowNanos() >= START_SECONDS * 1_000_000_000L) {
                begin = System.nanoTime();
                hopsBefore = hops(simulation);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var yielded = metrics.measurements(simulation);
        return new Measured(
                hops(simulation) - hopsBefore,
                seconds,
                yielded.value(Metric.HOPS_MEAN),
                yielded.value(Metric.DELIVERY_RATIO));
    }

    /** Frames that came or will come to the end of a link. */
    private static long hops(Simulation simulation) {
        return simulation.linkFigures().stream().mapToLong(LinkFigures::arrived).sum();
    }
}
