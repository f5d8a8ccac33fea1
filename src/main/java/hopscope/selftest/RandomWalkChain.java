package hopscope.selftest;

import hopscope.topology.Topology;

/** The Markov chain of a message that walks at random until it meets its destination (Lovász 1993, section 2). */
final class RandomWalkChain {
    private RandomWalkChain() {}

    /**
     * The probability that a walk arrives within so many links; O(links · network).
     *
     * @param neighboursKnown whether a neighbour of the destination sends to it, as Hopscope's nodes do, or walks on at
     *     random
     * @return by the node at which the walk begins
     */
    static double[] arrival(Topology topology, int destination, int links, boolean neighboursKnown) {
        double[] within = new double[topology.nodeCount()];
        within[destination] = 1;
        for (int link = 0; link < links; link++) {
            within = oneLinkMore(topology, destination, within, neighboursKnown);
        }
        return within;
    }

    private static double[] oneLinkMore(Topology topology, int destination, double[] within, boolean neighboursKnown) {
        double[] next = new double[within.length];
        for (int node = 0; node < next.length; node++) {
            if (node == destination || neighboursKnown && topology.linkBetween(node, destination) >= 0) {
                next[node] = 1;
                continue;
            }
            int end = topology.firstNeighbour(node + 1);
            for (int at = topology.firstNeighbour(node); at < end; at++) {
                next[node] += within[topology.neighbourAt(at)] / topology.degree(node);
            }
        }
        return next;
    }
}
