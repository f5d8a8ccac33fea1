package hopscope.scenario;

import hopscope.random.RandomStream;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.topology.GeneratorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws valid scenarios of all shapes, for tests that hold for every scenario. */
final class ScenarioDraws {
    private final RandomStream random;

    ScenarioDraws(RandomStream random) {
        this.random = random;
    }

    static TopologySpec ofEdges(EdgeSpec... edges) {
        return new TopologySpec(
                List.of(edges),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Scenario withTopology(TopologySpec topology) {
        return new Scenario(
                "drawn",
                null,
                null,
                new TimeSpan(1_000_000_000L),
                null,
                topology,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A scenario on nodes {@code 0 … 11} at least, all of its own keys drawn. */
    Scenario scenario() {
        RoutingSpec routing = routing();
        ProtocolSpec plain = ProtocolSpec.of(Protocol.DISTANCE_VECTOR, routing);
        ProtocolSpec own = new ProtocolSpec("dv.1-" + below(9), Protocol.DISTANCE_VECTOR, distanceVector());
        ProtocolSpec source = ProtocolSpec.of(Protocol.SOURCE_ROUTING, routing);
        List<ProtocolSpec> protocols = List.of(List.of(plain), List.of(source, plain), List.of(source, own, plain))
                .get(below(3));
        return new Scenario(
                "drawn-" + below(1000),
                coin() ? "a: \"b\" # 'c'\nü" : "",
                random.nextLong(),
                new TimeSpan(1_000_000_000_000L),
                1 + below(100),
                topology(),
                links(),
                protocols,
                routing,
                new ReliabilitySpec(
                        1 + below(65536),
                        span(),
                        1 + below(1000) / 1000.0,
                        below(7),
                        span(),
                        new Share(below(900_001))),
                coin() ? null : new NodeGroups(Map.of("east", List.of(node(0), node(1)))),
                coin() ? null : new SessionSpec(new TimeSpan(1_000_000L + span().nanos() % 1_000_000_000L), null),
                traffic(),
                faults(),
                List.of(expectation()),
                coin() ? WireMode.ENCODED : WireMode.REFERENCE,
                span(),
                warmUp(),
                coin() ? null : 2 + below(499),
                coin() ? List.of() : List.of(chart(), chart()));
    }

    private WarmUpSpec warmUp() {
        return switch (below(3)) {
            case 0 -> null;
            case 1 -> new WarmUpSpec(new TimeSpan(1 + below(1_000_000_000)), null);
            default -> new WarmUpSpec(null, WarmUpSpec.Rule.CONVERGED);
        };
    }

    private ChartSpec chart() {
        return new ChartSpec(
                coin() ? null : "drawn-" + below(100),
                coin() ? null : ChartSpec.Kind.values()[below(ChartSpec.Kind.values().length)],
                coin() ? null : "links.loss",
                coin() ? null : new Words(coin() ? List.of("hops_mean") : List.of("hops_mean", "stretch_mean")),
                null,
                coin() ? null : "topology.nodes",
                null,
                coin() ? null : new ChartLabels(Map.of("links.loss", below(9) + "%", "pace", "5 a: b")),
                coin() ? null : ChartSpec.Logarithmic.BOTH,
                coin() ? null : coin());
    }

    private TopologySpec topology() {
        Long seed = coin() ? null : random.nextLong();
        return switch (below(4)) {
            case 0 -> {
                List<EdgeSpec> edges = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    edges.add(new EdgeSpec(node(i), node((i + 1) % 12), coin() ? latencySpan() : null));
                }
                yield ofEdges(edges.toArray(new EdgeSpec[0]));
            }
            case 1 ->
                new TopologySpec(
                        null,
                        GeneratorModel.TORUS,
                        null,
                        null,
                        3,
                        4,
                        null,
                        null,
                        null,
                        null,
                        null,
                        seed,
                        null,
                        null,
                        null,
                        null);
            case 2 ->
                new TopologySpec(
                        null,
                        GeneratorModel.ERDOS_RENYI,
                        null,
                        12,
                        null,
                        null,
                        null,
                        new Probability(below(1 << 20) / (double) (1 << 20)),
                        null,
                        null,
                        null,
                        seed,
                        TopologySpec.ComponentRule.KEEP,
                        null,
                        null,
                        null);
            default ->
                new TopologySpec(
                        null,
                        GeneratorModel.WATTS_STROGATZ,
                        null,
                        12,
                        null,
                        null,
                        null,
                        null,
                        4,
                        new Probability(below(100) / 100.0),
                        null,
                        seed,
                        TopologySpec.ComponentRule.KEEP,
                        null,
                        null,
                        null);
        };
    }

    private LinksSpec links() {
        if (coin()) {
            return new LinksSpec(latency(), new Share(below(1_000_001)));
        }
        NodePatterns some = new NodePatterns(List.of("1*", "5"));
        LinkMatch touching = new LinkMatch(null, null, null, some, null, null, null, null, null, null, null, null);
        LinkMatch cheap = new LinkMatch(
                "fib*", null, some, null, some, some, latencySpan(), latencySpan(), 1.5, 2000.0, 1, 1 + below(9));
        return new LinksSpec(
                settings(),
                List.of(new LinkClass("a", touching, settings()), new LinkClass("b", null, settings())),
                List.of(new LinkSelector(cheap, settings())),
                null);
    }

    private LinkSettings settings() {
        return new LinkSettings(
                coin() ? LinkPreset.values()[below(5)] : null,
                coin() ? latency() : null,
                coin() ? new JitterSpec(latencySpan(), coin() ? share() : null) : null,
                coin() ? loss() : null,
                coin() ? share() : null,
                coin() ? share() : null,
                coin() ? share() : null,
                coin() ? new Bandwidth(below(1_000_000_000)) : null,
                coin() ? coin() ? QueueLimit.ofFrames(below(1000)) : QueueLimit.ofBytes(below(100_000)) : null,
                coin() ? new Size(1000 + below(9000)) : null);
    }

    private LossSpec loss() {
        return switch (below(3)) {
            case 0 -> LossSpec.independent(share());
            case 1 -> LossSpec.bursts(new Share(below(500_000)), 1 + below(80) / 8.0);
            default ->
                new LossSpec(null, null, null, share(), new Share(1 + below(999_999)), coin() ? share() : null, null);
        };
    }

    private Share share() {
        return new Share(below(999_001));
    }

    /** Up to 10 s: with the latency metric, longer paths than 35 minutes are refused. */
    private TimeSpan latencySpan() {
        return new TimeSpan(1 + span().nanos() % 10_000_000_000L);
    }

    private LatencySpec latency() {
        TimeSpan a = latencySpan();
        TimeSpan b = new TimeSpan(a.nanos() + latencySpan().nanos());
        return switch (Distribution.values()[below(7)]) {
            case CONSTANT -> LatencySpec.constant(a);
            case UNIFORM -> new LatencySpec(Distribution.UNIFORM, null, a, b, null, null);
            case NORMAL -> new LatencySpec(Distribution.NORMAL, null, null, null, a, b);
            case LOGNORMAL -> new LatencySpec(Distribution.LOGNORMAL, null, null, null, a, b);
            case EXPONENTIAL -> new LatencySpec(Distribution.EXPONENTIAL, null, coin() ? a : null, null, b, null);
            case PARETO ->
                new LatencySpec(
                        Distribution.PARETO, null, a, null, null, null, 1.5 + below(100) / 8.0, null, share(), null);
            case GAMMA ->
                new LatencySpec(Distribution.GAMMA, null, coin() ? a : null, null, b, b, null, null, share(), null);
            case EMPIRICAL -> throw new AssertionError("needs a file");
        };
    }

    private RoutingSpec routing() {
        return new RoutingSpec(1 + below(255), sourceRouting(), distanceVector(), rip(), feasible(), linkState());
    }

    private RoutingSpec.SourceRouting sourceRouting() {
        TimeSpan maxAge = maxAge();
        return new RoutingSpec.SourceRouting(
                interval(),
                1 + below(9),
                RoutingSpec.PathMetric.values()[below(2)],
                new Share(below(900_001)),
                SpreadMode.values()[below(4)],
                maxAge,
                refresh(maxAge),
                EqualCostRule.values()[below(2)],
                Switch.values()[below(2)],
                Switch.values()[below(2)],
                RoutingSpec.Start.values()[below(2)]);
    }

    private LinkState linkState() {
        TimeSpan maxAge = maxAge();
        return new LinkState(
                interval(),
                1 + below(9),
                RoutingSpec.PathMetric.values()[below(2)],
                new Share(below(900_001)),
                SpreadMode.values()[below(4)],
                maxAge,
                refresh(maxAge),
                EqualCostRule.values()[below(2)],
                Switch.values()[below(2)],
                RoutingSpec.Start.values()[below(2)]);
    }

    private TimeSpan maxAge() {
        return new TimeSpan(coin() ? 0 : 10_000_000L * (1 + below(1_000_000)));
    }

    /** With 90 % jitter still before the end. */
    private TimeSpan refresh(TimeSpan maxAge) {
        return coin() ? null : new TimeSpan(maxAge.nanos() / (2 + below(9)));
    }

    /** A timeout outlives the wait between two updates. */
    private FeasibleSettings feasible() {
        TimeSpan interval = interval();
        return new FeasibleSettings(interval, new Share(below(900_001)), coin() ? null : twice(interval));
    }

    private static TimeSpan twice(TimeSpan time) {
        return new TimeSpan(2 * time.nanos());
    }

    private RipSettings rip() {
        TimeSpan interval = interval();
        return new RipSettings(
                interval,
                new Share(below(900_001)),
                RipSettings.UpdateRule.values()[below(2)],
                2 + below(9_999),
                RipSettings.HorizonRule.values()[below(3)],
                coin() ? null : twice(interval),
                coin() ? null : interval());
    }

    private RoutingSpec.DistanceVector distanceVector() {
        return new RoutingSpec.DistanceVector(
                interval(), 1 + below(9), new Share(below(900_001)), RoutingSpec.Start.values()[below(2)]);
    }

    private List<TrafficSpec> traffic() {
        List<TrafficSpec> traffic = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            boolean paced = coin();
            NodeSelector to = coin()
                    ? new NodeSelector(NodeSelector.Kind.LISTED, List.of(node(0)))
                    : new NodeSelector(NodeSelector.Kind.LISTED, List.of(node(3), node(1)));
            traffic.add(new TrafficSpec(
                    new NodeSelector(coin() ? NodeSelector.Kind.ANY : NodeSelector.Kind.EACH, List.of()),
                    to,
                    new TimeSpan(below(1000)),
                    paced ? span() : null,
                    paced ? null : new Rate((1 + below(1_000_000)) / 997.0),
                    coin() ? null : 1 + below(100),
                    coin() ? null : new TimeSpan(1001L + below(1000)),
                    coin() ? new Payload(below(65_536), null) : new Payload(2, List.of(below(256), below(256)))));
        }
        return traffic;
    }

    private List<FaultSpec> faults() {
        return coin()
                ? List.of()
                : List.of(
                        FaultSpec.nodeDownAt(new TimeSpan(below(1000)), node(5)),
                        FaultSpec.nodeUpAt(new TimeSpan(1000L + below(1000)), node(5)));
    }

    private Expectation expectation() {
        Metric metric = Metric.values()[below(Metric.values().length)];
        double bound = below(1000) / 8.0;
        return new Expectation(
                "distance-vector." + metric.column() + ".p95 >= " + bound,
                "distance-vector",
                null,
                metric,
                Expectation.Statistic.P95,
                Expectation.Operator.GREATER_OR_EQUAL,
                bound);
    }

    private NodeRef node(int number) {
        return new NodeRef(Integer.toString(number));
    }

    private TimeSpan interval() {
        return new TimeSpan(1_000L + below(1_000_000_000));
    }

    /** Short and long ones, round and not. */
    private TimeSpan span() {
        long[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        return new TimeSpan((1 + below(9_999)) * units[below(4)]);
    }

    private boolean coin() {
        return below(2) == 0;
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }
}
