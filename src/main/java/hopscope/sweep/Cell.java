package hopscope.sweep;

import java.util.List;
import java.util.Locale;

/**
 * One combination of the values of all axes.
 *
 * @param index from 0, in the order in which the file spells the combinations out
 * @param labels one for each axis of the sweep; {@code "-"} where an included combination leaves an axis as the scenario
 *     has it
 * @param entries names of the protocol entries that it compares
 * @param nodes nodes of its network
 * @param links links of its network
 * @param seconds virtual time of each run
 * @param hash of the effective scenario and the network: cells with the same hash are the same work
 */
public record Cell(
        int index, List<String> labels, List<String> entries, int nodes, int links, double seconds, String hash) {
    /** The label of an axis that a combination leaves alone. */
    static final String UNCHANGED = "-";

    public Cell {
        labels = List.copyOf(labels);
        entries = List.copyOf(entries);
    }

    /** How tables and {@code --cell} call it: {@code 0000}, {@code 0001}, … */
    public String id() {
        return String.format(Locale.ROOT, "%04d", index);
    }
}
