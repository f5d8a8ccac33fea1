package hopscope.conformance;

import hopscope.metrics.Measurements;
import hopscope.metrics.RunMetrics;
import hopscope.protocol.message.Message;
import hopscope.protocol.node.RouterFactory;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.Plugin;
import hopscope.scenario.PluginProtocol;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import hopscope.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of a scenario in which every router is watched. */
final class WatchedRun {
    private static final int MESSAGES_KEPT = 200;

    private final LoadedScenario loaded;
    private final RunMetrics metrics;
    private final Simulation simulation;
    private final List<String> complaints = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private long sentCount;

    /**
     * @param routers of the protocol
     * @param scenario without protocols
     */
    WatchedRun(RouterFactory routers, ProtocolSpec protocol, String scenario, long seed) {
        try {
            this.loaded = ScenarioLoader.load("conformance.yaml", scenario, Path.of(""), List.of());
        } catch (ScenarioException e) {
            throw new IllegalStateException("a scenario of the conformance kit is refused: " + e.problems(), e);
        }
        ProtocolSpec watched = new ProtocolSpec(
                protocol.name(),
                new Plugin(new Watched(routers, loaded.topology().nodeCount()), "watched"),
                new WatchedSettings(protocol.settings().interval()));
        this.metrics = new RunMetrics(loaded.scenario());
        this.simulation = new Simulation(loaded.scenario(), loaded.topology(), watched, seed, metrics);
    }

    private final class Watched implements PluginProtocol<WatchedSettings> {
        private final RouterFactory routers;
        private final int nodes;

        Watched(RouterFactory routers, int nodes) {
            this.routers = routers;
            this.nodes = nodes;
        }

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public Class<WatchedSettings> settings() {
            return WatchedSettings.class;
        }

        @Override
        public RouterFactory routers(WatchedSettings settings) {
            return (self, neighbours, random, storage) -> new WatchedRouter(
                    self,
                    nodes,
                    neighbours,
                    routers.create(self, neighbours, random, storage),
                    complaints::add,
                    WatchedRun.this::keep);
        }
    }

    private void keep(Message message) {
        sentCount++;
        if (messages.size() < MESSAGES_KEPT) {
            messages.add(message);
        }
    }

    /** Runs on for some events; see {@link Simulation#advance}. */
    boolean advance(long events) {
        return simulation.advance(events);
    }

    /** Runs to the end. */
    WatchedRun toTheEnd() {
        simulation.run();
        return this;
    }

    long reachedNanos() {
        return simulation.reachedNanos();
    }

    long durationNanos() {
        return loaded.scenario().duration().nanos();
    }

    /** Messages that its routers sent so far. */
    long sentCount() {
        return sentCount;
    }

    long fingerprint() {
        return simulation.fingerprint();
    }

    boolean reaches() {
        return metrics.reachHolds();
    }

    /** After the end. */
    Measurements measurements() {
        return metrics.measurements(simulation);
    }

    List<String> complaints() {
        return complaints;
    }

    /** Some of the messages that its routers sent. */
    List<Message> messages() {
        return messages;
    }
}
