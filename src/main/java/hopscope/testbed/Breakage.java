package hopscope.testbed;

import hopscope.simulation.FaultSchedule;
import hopscope.simulation.FaultStrike;
import hopscope.simulation.FaultTarget;
import hopscope.topology.Topology;

/** Breaks and mends links and nodes of a testbed. The journal is told first, for the nodes react at once. */
final class Breakage implements FaultTarget {
    private final LiveNetwork network;
    private final Topology topology;
    private final Journal journal;
    private final Fleet fleet;
    private final boolean silentCuts;
    private final boolean[] isSilent;

    Breakage(LiveNetwork network, Journal journal, Fleet fleet, boolean silentCuts) {
        this.network = network;
        this.topology = network.topology();
        this.journal = journal;
        this.fleet = fleet;
        this.silentCuts = silentCuts;
        this.isSilent = new boolean[topology.linkCount()];
    }

    /** An occurrence of a fault happens, now. */
    void strike(FaultSchedule.Occurrence occurrence, int number) {
        FaultStrike strike = new FaultStrike(
                occurrence.fault(), number, occurrence.kind(), occurrence.subject(), FaultStrike.Status.STRUCK);
        journal.announce(strike);
        if (!occurrence.action().apply(this)) {
            journal.withoutEffect();
        }
    }

    @Override
    public boolean cut(int link, boolean silent) {
        if (!network.isLinkUp(link)) {
            return false;
        }
        journal.cut(link);
        silent |= silentCuts;
        isSilent[link] = silent;
        if (silent) {
            fleet.swallow(link, true);
        } else {
            disconnect(topology.endA(link), topology.endB(link));
            disconnect(topology.endB(link), topology.endA(link));
        }
        fleet.wipe(link);
        return true;
    }

    private void disconnect(int node, int peer) {
        if (fleet.isUp(node)) {
            fleet.disconnect(node, peer);
        }
    }

    @Override
    public boolean mend(int link) {
        if (network.isLinkUp(link)) {
            return false;
        }
        journal.mend(link);
        fleet.swallow(link, false);
        connect(topology.endA(link), topology.endB(link));
        connect(topology.endB(link), topology.endA(link));
        return true;
    }

    private void connect(int node, int peer) {
        if (fleet.isUp(node)) {
            fleet.connect(node, peer);
        }
    }

    @Override
    public boolean stop(int node, boolean silent, boolean keepsState) {
        if (!network.isUp(node)) {
            return false;
        }
        journal.crash(node, fleet.account(node).counters());
        fleet.kill(node);
        wipeAround(node);
        return true;
    }

    @Override
    public boolean start(int node) {
        if (network.isUp(node)) {
            return false;
        }
        journal.restart(node);
        wipeAround(node);
        fleet.create(node);
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            int link = topology.linkAt(at);
            if (!network.isLinkUp(link) && !isSilent[link]) {
                fleet.disconnect(node, topology.neighbourAt(at));
            }
        }
        fleet.start(node);
        return true;
    }

    @Override
    public boolean leave(int node) {
        throw refused();
    }

    @Override
    public boolean depart(int node, boolean silent) {
        throw refused();
    }

    @Override
    public boolean separate(Partition partition) {
        throw refused();
    }

    @Override
    public boolean heal(Partition partition) {
        throw refused();
    }

    @Override
    public boolean degrade(Degradation degradation) {
        throw refused();
    }

    @Override
    public boolean recover(Degradation degradation) {
        throw refused();
    }

    @Override
    public boolean skewClock(int node, int ppm) {
        throw refused();
    }

    @Override
    public boolean stepClock(int node, long nanos) {
        throw refused();
    }

    /** {@link TestbedFaults} refuses such faults before a run. */
    private static IllegalStateException refused() {
        return new IllegalStateException("a fault that no testbed can do");
    }

    private void wipeAround(int node) {
        for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
            fleet.wipe(topology.linkAt(at));
        }
    }
}
