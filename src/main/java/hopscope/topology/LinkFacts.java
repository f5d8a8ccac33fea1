package hopscope.topology;

import java.util.Arrays;

/**
 * What a network file says about links beyond their latency. Each array is by link, or empty where the file says nothing
 * of the kind; shared and not to be changed.
 *
 * @param source the file's name as it was opened, or empty
 * @param lines where the file says it, from 1; 0 where unknown
 * @param classes kinds of links; empty text for none
 * @param jitterNanos or -1
 * @param lossPpm parts per million, or -1
 * @param bandwidthBps bits per second, or -1
 * @param lengthKm NaN where unknown
 */
public record LinkFacts(
        String source,
        int[] lines,
        String[] classes,
        long[] jitterNanos,
        int[] lossPpm,
        long[] bandwidthBps,
        double[] lengthKm) {
    /** Nothing is known. */
    public static final LinkFacts NONE =
            new LinkFacts("", new int[0], new String[0], new long[0], new int[0], new long[0], new double[0]);

    /** The line of the file that says most about a link, or 0. */
    public int line(int link) {
        return lines.length == 0 ? 0 : lines[link];
    }

    /** The class of a link, or empty. */
    public String linkClass(int link) {
        return classes.length == 0 ? "" : classes[link];
    }

    /** Standard deviation of a link's latency, or -1. */
    public long jitterNanos(int link) {
        return jitterNanos.length == 0 ? -1 : jitterNanos[link];
    }

    /** Loss of a link in parts per million, or -1. */
    public int lossPpm(int link) {
        return lossPpm.length == 0 ? -1 : lossPpm[link];
    }

    /** Bits per second of a link in each direction, or -1. */
    public long bandwidthBps(int link) {
        return bandwidthBps.length == 0 || bandwidthBps[link] == 0 ? -1 : bandwidthBps[link];
    }

    /** Length of a link, or NaN. */
    public double lengthKm(int link) {
        return lengthKm.length == 0 ? Double.NaN : lengthKm[link];
    }

    /** The same facts of a file that was opened under a name. */
    public LinkFacts from(String name) {
        return new LinkFacts(name, lines, classes, jitterNanos, lossPpm, bandwidthBps, lengthKm);
    }

    /**
     * The facts of some of the links.
     *
     * @param links their numbers here, in the order wanted
     */
    LinkFacts of(int[] links) {
        int[] someLines = Arrays.stream(links).map(this::line).toArray();
        String[] someClasses = Arrays.stream(links).mapToObj(this::linkClass).toArray(String[]::new);
        long[] jitters = Arrays.stream(links).mapToLong(this::jitterNanos).toArray();
        int[] losses = Arrays.stream(links).map(this::lossPpm).toArray();
        long[] bandwidths = Arrays.stream(links).mapToLong(this::bandwidthBps).toArray();
        double[] lengths = Arrays.stream(links).mapToDouble(this::lengthKm).toArray();
        return new LinkFacts(source, someLines, someClasses, jitters, losses, bandwidths, lengths);
    }
}
