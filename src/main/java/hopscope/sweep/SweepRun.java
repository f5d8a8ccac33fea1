package hopscope.sweep;

import hopscope.results.FixedDecimals;
import hopscope.results.RunRecord;
import hopscope.scenario.Metric;
import java.util.Arrays;

/**
 * One run of a sweep, done or given up.
 *
 * @param cellHash of the cell's work, see {@link Cell#hash}
 * @param entry name of the protocol entry
 * @param replication 0, 1, …
 * @param seed of the replication, the same for every entry and cell
 * @param status how it ended
 * @param verdict how the routing stood at the end; empty unless done
 * @param values by {@link Metric} ordinal, as they are written; NaN where there is none. Not to be changed
 * @param fingerprint 16 hexadecimal digits; empty unless done
 * @param message why it was given up; empty if done. One line without tabs, commas and quotes
 */
public record SweepRun(
        String cellHash,
        String entry,
        int replication,
        long seed,
        Status status,
        String verdict,
        double[] values,
        String fingerprint,
        String message) {

    /** How a run ended. */
    public enum Status {
        /** It came to the end of its virtual time. */
        DONE("done"),
        /** It took longer than it might. */
        TIMEOUT("timeout"),
        /** Hopscope itself or a plugin failed, or memory ran out. */
        FAILED("failed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The word in tables. */
        public String label() {
            return label;
        }
    }

    /** A run that is done, its numbers as exact as they are written. */
    static SweepRun done(String cellHash, RunRecord run) {
        double[] values = Arrays.stream(run.measurements().values())
                .map(FixedDecimals::rounded)
                .toArray();
        return new SweepRun(
                cellHash,
                run.protocol(),
                run.replication(),
                run.seed(),
                Status.DONE,
                run.measurements().verdict().label(),
                values,
                run.measurements().fingerprintHex(),
                "");
    }

    /**
     * A run that was given up.
     *
     * @param seed of the replication
     * @param why a sentence; made to fit into one line of a table
     */
    public static SweepRun givenUp(
            String cellHash, String entry, int replication, long seed, Status status, String why) {
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, Double.NaN);
        String line =
                why.replaceAll("\\s+", " ").replace(',', ';').replace('"', '\'').strip();
        return new SweepRun(cellHash, entry, replication, seed, status, "", values, "", line);
    }

    /** One metric's value, or NaN. */
    public double value(Metric metric) {
        return values[metric.ordinal()];
    }

    /** Whether two records tell of the same run with the same outcome. */
    boolean sameAs(SweepRun other) {
        return cellHash.equals(other.cellHash)
                && entry.equals(other.entry)
                && replication == other.replication
                && status == other.status
                && fingerprint.equals(other.fingerprint)
                && Arrays.equals(values, other.values);
    }
}
