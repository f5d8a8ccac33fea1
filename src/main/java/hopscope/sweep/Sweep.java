package hopscope.sweep;

import hopscope.scenario.ChartSpec;
import java.util.List;

/**
 * What a sweep consists of.
 *
 * @param name of the scenario, and of the result folder
 * @param seed of the scenario; every cell has the same, so that cells differ by what the axes change and by nothing else
 * @param axes names of the axes in the order of the file
 * @param cells every combination that is left after exclusions, then the included ones; at least one
 * @param repetition how often each runs
 * @param pairBy what a comparison sets against each other: {@code protocol}, or the name of an axis
 * @param charts to draw of the results; they change neither cells nor hash
 * @param hash over all cells and the repetition: the same hash, the same work
 */
public record Sweep(
        String name,
        long seed,
        List<String> axes,
        List<Cell> cells,
        Repetition repetition,
        String pairBy,
        List<ChartSpec> charts,
        String hash) {
    /** Compares protocols; the default of {@code pair-by}. */
    public static final String BY_PROTOCOL = "protocol";

    public Sweep {
        axes = List.copyOf(axes);
        cells = List.copyOf(cells);
        charts = List.copyOf(charts);
    }

    /**
     * The cells of one of several shards: every n-th.
     *
     * @param shard 1 … shards
     */
    public List<Cell> shard(int shard, int shards) {
        return cells.stream().filter(cell -> cell.index() % shards == shard - 1).toList();
    }
}
