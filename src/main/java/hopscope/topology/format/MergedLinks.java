package hopscope.topology.format;

import hopscope.topology.LinkFacts;
import hopscope.topology.format.NetworkContent.Link;
import java.util.Arrays;

/** What a file says about each link of the network, parallel links merged. Arrays are by link. */
final class MergedLinks {
    /** Smallest, NaN where none is given. */
    final double[] weights;

    /** Shortest, NaN where none is known. */
    final double[] lengthsKm;

    /** As {@code lengthsKm}, but also where some nodes have no place. */
    private final double[] knownKm;

    /** Of the first that says where it stands, or 0. */
    private final int[] lines;

    /** Of the first that has one, or empty. */
    private final String[] classes;

    /** Smallest, or -1. */
    final long[] jittersNanos;

    /** Smallest, or -1. */
    final int[] lossesPpm;

    /** Greatest, or -1. */
    final long[] bandwidthsBps;

    /** Whether a latency was computed from a length. */
    final boolean[] ofDistance;

    MergedLinks(int count) {
        weights = new double[count];
        lengthsKm = new double[count];
        knownKm = new double[count];
        lines = new int[count];
        classes = new String[count];
        jittersNanos = new long[count];
        lossesPpm = new int[count];
        bandwidthsBps = new long[count];
        ofDistance = new boolean[count];
        Arrays.fill(weights, Double.NaN);
        Arrays.fill(lengthsKm, Double.NaN);
        Arrays.fill(knownKm, Double.NaN);
        Arrays.fill(classes, "");
        Arrays.fill(jittersNanos, -1);
        Arrays.fill(lossesPpm, -1);
        Arrays.fill(bandwidthsBps, -1);
    }

    /**
     * Adds one of the file's links.
     *
     * @param at index of the network's link that it is, or is parallel to
     * @param km its length, NaN if unknown
     * @param map whether all nodes have places, so that lengths may serve as weights
     */
    void add(int at, Link link, double km, boolean map, boolean isOfDistance) {
        lines[at] = lines[at] == 0 ? link.line : lines[at];
        classes[at] = classes[at].isEmpty() ? link.linkClass : classes[at];
        knownKm[at] = smaller(knownKm[at], km);
        weights[at] = smaller(weights[at], link.weight);
        lengthsKm[at] = smaller(lengthsKm[at], map ? km : Double.NaN);
        jittersNanos[at] =
                jittersNanos[at] < 0 ? link.jitterNanos : Math.min(jittersNanos[at], positive(link.jitterNanos));
        lossesPpm[at] = lossesPpm[at] < 0 ? link.lossPpm : (int) Math.min(lossesPpm[at], positive(link.lossPpm));
        bandwidthsBps[at] = Math.max(bandwidthsBps[at], link.bandwidthBps);
        ofDistance[at] |= isOfDistance;
    }

    /** What a scenario may want to know of the links. */
    LinkFacts facts() {
        return new LinkFacts("", lines, classes, jittersNanos, lossesPpm, bandwidthsBps, knownKm);
    }

    /** Links with a latency computed from a length. */
    int ofDistanceCount() {
        int count = 0;
        for (boolean is : ofDistance) {
            count += is ? 1 : 0;
        }
        return count;
    }

    private static double smaller(double a, double b) {
        return Double.isNaN(a) || b < a ? b : a;
    }

    private static long positive(long value) {
        return value < 0 ? Long.MAX_VALUE : value;
    }
}
