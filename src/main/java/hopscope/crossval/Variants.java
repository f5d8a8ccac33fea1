package hopscope.crossval;

import hopscope.scenario.LatencySpec;
import hopscope.scenario.LinkClass;
import hopscope.scenario.LinkSelector;
import hopscope.scenario.LinkSettings;
import hopscope.scenario.LinksSpec;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Scenario;
import hopscope.scenario.SingleLink;
import hopscope.scenario.TimeSpan;
import hopscope.topology.Topology;
import hopscope.topology.TopologyBuilder;

/** A scenario with one thing changed. */
public final class Variants {
    private Variants() {}

    /** With so many replications; the first ones have the same seeds as before. */
    public static LoadedScenario replicated(LoadedScenario loaded, int replications) {
        Scenario s = loaded.scenario();
        return loaded.with(copy(s, replications, s.links()));
    }

    /**
     * With a wrong model of its links: every latency multiplied. For the test that a comparison notices.
     *
     * @param factor above 0
     */
    public static LoadedScenario distorted(LoadedScenario loaded, double factor) {
        Scenario s = loaded.scenario();
        LoadedScenario slower = loaded.with(copy(s, s.replications(), scaled(s.links(), factor)));
        Topology topology = scaled(loaded.topology(), factor);
        return new LoadedScenario(
                slower.scenario(), topology, slower.warnings(), slower.notes(), slower.document(), slower.inputs());
    }

    private static LinksSpec scaled(LinksSpec spec, double factor) {
        return new LinksSpec(
                scaled(spec.settings(), factor),
                spec.classes().stream()
                        .map(entry -> new LinkClass(entry.name(), entry.match(), scaled(entry.settings(), factor)))
                        .toList(),
                spec.selectors().stream()
                        .map(entry -> new LinkSelector(entry.match(), scaled(entry.settings(), factor)))
                        .toList(),
                spec.single().stream()
                        .map(entry -> new SingleLink(entry.link(), entry.direction(), scaled(entry.settings(), factor)))
                        .toList());
    }

    private static LinkSettings scaled(LinkSettings settings, double factor) {
        LatencySpec own = settings.latency();
        LatencySpec latency = own == null && settings.preset() != null
                ? settings.preset().settings().latency()
                : own;
        return latency == null ? settings : settings.withLatency(scaled(latency, factor));
    }

    private static LatencySpec scaled(LatencySpec spec, double factor) {
        return new LatencySpec(
                spec.distribution(),
                scaled(spec.value(), factor),
                scaled(spec.min(), factor),
                scaled(spec.max(), factor),
                scaled(spec.mean(), factor),
                scaled(spec.sd(), factor),
                spec.shape(),
                spec.file(),
                spec.correlation(),
                spec.empirical() == null ? null : spec.empirical().scaled(factor));
    }

    private static TimeSpan scaled(TimeSpan span, double factor) {
        return span == null ? null : new TimeSpan(Math.round(span.nanos() * factor));
    }

    private static Topology scaled(Topology topology, double factor) {
        TopologyBuilder builder = new TopologyBuilder();
        topology.names().forEach(builder::node);
        for (int link = 0; link < topology.linkCount(); link++) {
            long own = topology.latencyNanos(link);
            builder.link(
                    topology.endA(link),
                    topology.endB(link),
                    own == Topology.NO_LATENCY ? own : Math.round(own * factor));
        }
        return builder.build().with(topology.facts());
    }

    private static Scenario copy(Scenario s, int replications, LinksSpec links) {
        return new Scenario(
                s.name(),
                s.description(),
                s.seed(),
                s.duration(),
                replications,
                s.topology(),
                links,
                s.protocols(),
                s.routing(),
                s.reliability(),
                s.groups(),
                s.session(),
                s.traffic(),
                s.faults(),
                s.expect(),
                s.wire(),
                s.settle(),
                s.warmUp(),
                s.batchMeans(),
                s.charts());
    }
}
