package hopscope.bench;

import java.util.List;

/** One kind of work that the benchmark measures; gives one figure or several. */
public interface BenchRow {
    /** The name to select it by. */
    String name();

    /** What it measures, in one line. */
    String about();

    /** What it needs on a machine of the kind that the targets are for, before it starts. */
    default Needs needs() {
        return Needs.FEW;
    }

    /** Does the work; never more than once at a time. */
    List<BenchFigure> run(BenchSettings settings);

    /**
     * What a row needs, by estimate.
     *
     * @param seconds of wall time
     * @param heapBytes of heap
     */
    record Needs(double seconds, long heapBytes) {
        /** A few seconds, and the heap that every JVM has. */
        static final Needs FEW = new Needs(5, 200_000_000L);
    }
}
