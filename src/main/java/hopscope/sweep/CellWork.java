package hopscope.sweep;

import hopscope.sweep.SweepRun.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been done of one cell, and what is to do next. Not thread-safe.
 *
 * <p>Which replications a cell gets depends on the outcomes of its first ones only, looked at after fixed numbers of
 * them; so it does not depend on the order in which runs end.
 */
final class CellWork {
    private final Repetition repetition;
    private final Cell cell;

    /** By entry, then by replication. */
    private final Map<String, Map<Integer, SweepRun>> runs = new TreeMap<>();

    /** Replications asked for last. */
    private int batch;

    /** A run that is to be done. */
    record Task(Cell cell, String entry, int replication) {}

    CellWork(Repetition repetition, Cell cell) {
        this.repetition = repetition;
        this.cell = cell;
        cell.entries().forEach(entry -> runs.put(entry, new TreeMap<>()));
    }

    Cell cell() {
        return cell;
    }

    /** Takes in a run of this cell; one of an entry that the cell does not have, or not the first of its kind, is left. */
    void add(SweepRun run) {
        Map<Integer, SweepRun> ofEntry = runs.get(run.entry());
        if (ofEntry != null) {
            ofEntry.putIfAbsent(run.replication(), run);
        }
    }

    /** How many replications the cell gets as far as its runs tell: the first look that is precise, or not yet run. */
    int wanted() {
        for (int look : repetition.looks()) {
            if (!isComplete(look) || isPrecise(look)) {
                return look;
            }
        }
        return repetition.max();
    }

    private boolean isComplete(int replications) {
        return missing(replications).isEmpty();
    }

    private boolean isPrecise(int replications) {
        return cell.entries().stream().allMatch(entry -> repetition.isPrecise(samples(entry, replications)));
    }

    private double[] samples(String entry, int replications) {
        double[] samples = new double[replications];
        for (int r = 0; r < replications; r++) {
            SweepRun run = runs.get(entry).get(r);
            boolean hasValue = repetition.metric() != null && run.status() == Status.DONE;
            samples[r] = hasValue ? run.value(repetition.metric()) : Double.NaN;
        }
        return samples;
    }

    /** Runs to do next, as a batch: none when the cell is finished. */
    List<Task> nextBatch() {
        batch = wanted();
        return missing(batch);
    }

    /** Runs that are known to be missing: none when the cell is finished. Asking changes nothing. */
    List<Task> missing() {
        return missing(wanted());
    }

    /** Whether all runs that {@link #nextBatch} asked for last are there. */
    boolean isBatchDone() {
        return isComplete(batch);
    }

    private List<Task> missing(int replications) {
        List<Task> missing = new ArrayList<>();
        for (int r = 0; r < replications; r++) {
            for (String entry : cell.entries()) {
                if (!runs.get(entry).containsKey(r)) {
                    missing.add(new Task(cell, entry, r));
                }
            }
        }
        return missing;
    }

    /** The cell's runs by entry, in the order of the cell, then by replication; without any beyond what it gets. */
    List<SweepRun> inOrder() {
        int wanted = wanted();
        List<SweepRun> ordered = new ArrayList<>();
        for (String entry : cell.entries()) {
            runs.get(entry).forEach((replication, run) -> {
                if (replication < wanted) {
                    ordered.add(run);
                }
            });
        }
        return ordered;
    }
}
