package hopscope.metrics;

import hopscope.simulation.NetworkView;
import hopscope.topology.AllDistances;
import hopscope.topology.DistanceRow;
import hopscope.topology.Topology;

/** The true shortest distances between all pairs over the live network, in the protocol's metric: see {@link AllDistances}. */
final class DistanceOracle {
    /** There is no path. */
    static final int UNREACHABLE = AllDistances.UNREACHABLE;

    private final NetworkView network;
    private final AllDistances distances;

    DistanceOracle(NetworkView network) {
        this.network = network;
        this.distances = new AllDistances(network.topology(), network.countsHops() ? null : costs());
    }

    private int[] costs() {
        Topology topology = network.topology();
        int[] costs = new int[topology.linkCount()];
        java.util.Arrays.setAll(costs, network::cost);
        return costs;
    }

    /** Distance between two nodes as of the last {@link #update}, the same both ways, or {@link #UNREACHABLE}. */
    int distance(int source, int destination) {
        return distances.distance(source, destination);
    }

    /** The distances from a node to all as of the last {@link #update}, and valid until the next. */
    DistanceRow row(int source) {
        return distances.row(source);
    }

    /** Notes that a link became usable or ceased to be; {@link #update} takes it in. */
    void linkChanged(int link) {
        distances.setLink(link, network.isLive(link));
    }

    /** Whether there are changes noted and not taken in. */
    boolean isBehind() {
        return distances.isBehind();
    }

    /** Takes in the noted changes and reports every distance that changed. */
    void update(AllDistances.ChangeSink changed) {
        distances.update(changed);
    }
}
