package hopscope.testbed;

import hopscope.scenario.FaultSpec;
import hopscope.scenario.NodeRef;
import hopscope.topology.Topology;
import java.util.List;

/** Breaks and mends links and nodes of a testbed. The journal is told first, for the nodes react at once. */
final class Breakage {
    private final LiveNetwork network;
    private final Topology topology;
    private final Journal journal;
    private final Fleet fleet;
    private final boolean silentCuts;

    Breakage(LiveNetwork network, Journal journal, Fleet fleet, boolean silentCuts) {
        this.network = network;
        this.topology = network.topology();
        this.journal = journal;
        this.fleet = fleet;
        this.silentCuts = silentCuts;
    }

    /** Does what a fault says, now. */
    void strike(FaultSpec fault) {
        if (fault.linkDown() != null) {
            cut(link(fault.linkDown()));
        } else if (fault.linkUp() != null) {
            mend(link(fault.linkUp()));
        } else if (fault.nodeDown() != null) {
            crash(topology.indexOf(fault.nodeDown().name()));
        } else {
            restart(topology.indexOf(fault.nodeUp().name()));
        }
    }

    private int link(List<NodeRef> ends) {
        return topology.linkBetween(
                topology.indexOf(ends.get(0).name()),
                topology.indexOf(ends.get(1).name()));
    }

    private void cut(int link) {
        journal.cut(link);
        if (silentCuts) {
            fleet.swallow(link, true);
        } else {
            disconnect(topology.endA(link), topology.endB(link));
            disconnect(topology.endB(link), topology.endA(link));
        }
        fleet.wipe(link);
    }

    private void disconnect(int node, int peer) {
        if (fleet.isUp(node)) {
            fleet.disconnect(node, peer);
        }
    }

    private void mend(int link) {
        journal.mend(link);
        fleet.swallow(link, false);
        connect(topology.endA(link), topology.endB(link));
        connect(topology.endB(link), topology.endA(link));
    }

    private void connect(int node, int peer) {
        if (fleet.isUp(node)) {
            fleet.connect(node, peer);
        }
    }

    private void crash(int node) {
        journal.crash(node, fleet.account(node).counters());
        fleet.kill(node);
        wipeAround(node);
    }

    private void restart(int node) {
        journal.restart(node);
        wipeAround(node);
        fleet.create(node);
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            if (!network.isLinkUp(topology.linkAt(at)) && !silentCuts) {
                fleet.disconnect(node, topology.neighbourAt(at));
            }
        }
        fleet.start(node);
    }

    private void wipeAround(int node) {
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            fleet.wipe(topology.linkAt(at));
        }
    }
}
