package hopscope.experiment;

import hopscope.protocol.routing.RouteView;
import hopscope.simulation.NetworkView;
import hopscope.simulation.QuietObserver;
import hopscope.topology.Topology;

/** What becomes of the routes between all nodes that are up, at the end of a run: followed hop by hop. */
final class AfterOneFailure extends QuietObserver {
    private NetworkView network;
    private int delivered;
    private int looping;
    private int lost;

    @Override
    public void begin(NetworkView view) {
        network = view;
    }

    @Override
    public void end(long nowNanos) {
        int nodes = network.topology().nodeCount();
        for (int source = 0; source < nodes; source++) {
            for (int destination = 0; destination < nodes; destination++) {
                if (source != destination && network.isUp(source) && network.isUp(destination)) {
                    follow(source, destination);
                }
            }
        }
    }

    private void follow(int source, int destination) {
        Topology topology = network.topology();
        int at = source;
        for (int steps = 0; steps <= topology.nodeCount(); steps++) {
            if (at == destination) {
                delivered++;
                return;
            }
            int next = network.routes(at).via(destination);
            if (next == RouteView.NO_ROUTE || !network.isLive(topology.linkBetween(at, next))) {
                lost++;
                return;
            }
            at = next;
        }
        looping++;
    }

    private double pairs() {
        return delivered + looping + lost;
    }

    /** Share of pairs whose route leads there. */
    double delivered() {
        return delivered / pairs();
    }

    /** Share of pairs whose route leads round and round. */
    double looping() {
        return looping / pairs();
    }

    /** Share of pairs whose route ends at a node without a next hop, or with one that is gone. */
    double lost() {
        return lost / pairs();
    }
}
