package hopscope.simulation;

import hopscope.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Does to a simulated network what faults say, and tells the observer just before anything changes. */
final class NetworkFaults implements FaultTarget {
    private static final double PPM = 1e6;

    private final Network network;
    private final Topology topology;
    private final LinkStates states;
    private final Map<String, Partition> partitions = new TreeMap<>();
    private final List<Degradation> degradations = new ArrayList<>();

    // The occurrence in progress.
    private long nowNanos;
    private FaultStrike strike;
    private SimulationObserver observer;

    NetworkFaults(Network network) {
        this.network = network;
        this.topology = network.topology();
        this.states = network.linkStates();
    }

    /** An occurrence of a fault happens. */
    void apply(FaultSchedule.Occurrence occurrence, FaultStrike announced, long now, SimulationObserver watching) {
        nowNanos = now;
        strike = announced;
        observer = watching;
        if (!occurrence.action().apply(this)) {
            observer.struck(
                    now,
                    new FaultStrike(
                            announced.fault(),
                            announced.occurrence(),
                            announced.kind(),
                            announced.subject(),
                            FaultStrike.Status.NO_EFFECT));
        }
    }

    private void disturb() {
        observer.struck(nowNanos, strike);
        observer.disturbed(nowNanos);
    }

    @Override
    public boolean cut(int link, boolean silent) {
        if (states.isCut(link)) {
            return false;
        }
        disturb();
        states.cut(link, silent);
        network.refresh(link, nowNanos, observer);
        return true;
    }

    @Override
    public boolean mend(int link) {
        if (!states.isCut(link)) {
            return false;
        }
        disturb();
        states.mend(link);
        network.refresh(link, nowNanos, observer);
        return true;
    }

    @Override
    public boolean stop(int node, boolean silent, boolean keepsState) {
        if (!network.isUp(node)) {
            return false;
        }
        disturb();
        network.stop(node, silent, keepsState, nowNanos, observer);
        return true;
    }

    @Override
    public boolean leave(int node) {
        if (!network.isUp(node) || network.isLeaving(node)) {
            return false;
        }
        disturb();
        network.leave(node, nowNanos);
        return true;
    }

    @Override
    public boolean depart(int node, boolean silent) {
        return network.isLeaving(node) && stop(node, silent, false);
    }

    @Override
    public boolean start(int node) {
        if (network.isUp(node)) {
            return false;
        }
        disturb();
        network.start(node, nowNanos, observer);
        return true;
    }

    @Override
    public boolean separate(Partition partition) {
        if (partitions.containsKey(partition.name())) {
            return false;
        }
        disturb();
        partitions.put(partition.name(), partition);
        count(partition, 1);
        return true;
    }

    @Override
    public boolean heal(Partition partition) {
        Partition inForce = partitions.remove(partition.name());
        if (inForce == null) {
            return false;
        }
        disturb();
        count(inForce, -1);
        return true;
    }

    private void count(Partition partition, int step) {
        states.count(partition, step);
        for (int link : partition.links()) {
            network.refresh(link, nowNanos, observer);
        }
        for (int direction : partition.directions()) {
            network.refresh(direction >> 1, nowNanos, observer);
        }
    }

    @Override
    public boolean degrade(Degradation degradation) {
        disturb();
        degradations.add(degradation);
        overlay(degradation.links());
        return true;
    }

    @Override
    public boolean recover(Degradation degradation) {
        disturb();
        degradations.remove(degradation);
        overlay(degradation.links());
        return true;
    }

    /** What several degradations do to one link together: frames must survive each, and factors multiply. */
    private void overlay(int[] changed) {
        for (int link : changed) {
            double passes = 1;
            double factor = 1;
            for (Degradation degradation : degradations) {
                if (java.util.Arrays.stream(degradation.links()).anyMatch(other -> other == link)) {
                    passes *= 1 - degradation.lossPpm() / PPM;
                    factor *= degradation.latencyFactorPpm() / PPM;
                }
            }
            int lossPpm = (int) StrictMath.rint((1 - passes) * PPM);
            network.links().degrade(2 * link, lossPpm, factor);
            network.links().degrade(2 * link + 1, lossPpm, factor);
        }
    }

    @Override
    public boolean skewClock(int node, int ppm) {
        disturb();
        network.skewClock(node, ppm, nowNanos);
        return true;
    }

    @Override
    public boolean stepClock(int node, long nanos) {
        disturb();
        network.stepClock(node, nanos);
        return true;
    }
}
