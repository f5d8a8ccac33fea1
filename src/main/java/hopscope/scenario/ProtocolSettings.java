package hopscope.scenario;

import hopscope.scenario.RoutingSpec.PathMetric;

/** What the settings of every routing protocol can answer. Implemented by the records of {@link RoutingSpec}. */
public interface ProtocolSettings {
    /** How long a node waits, without news, between the frames that it sends to its neighbours. */
    TimeSpan interval();

    /** What a shortest path minimises. */
    default PathMetric metric() {
        return PathMetric.HOPS;
    }

    /** Whether a message carries its path; see {@code RouteView.carriesPath}. */
    default boolean carriesPath() {
        return false;
    }
}
