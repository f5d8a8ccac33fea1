package hopscope.sweep;

import hopscope.results.ResultFolderException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shards of one sweep put together.
 *
 * @param state the whole sweep with the runs of all shards
 * @param runs the runs, each once, by cell, entry and replication
 * @param doubles runs that several shards have, with the same outcome
 */
public record Merge(SweepState state, List<SweepRun> runs, List<SweepRun> doubles) {
    public Merge {
        runs = List.copyOf(runs);
        doubles = List.copyOf(doubles);
    }

    /**
     * Reads shards and puts them together.
     *
     * @param folders at least one
     * @throws ResultFolderException if they are not of one sweep, or two tell different things of the same run
     */
    public static Merge of(List<Path> folders) {
        Sweep sweep = SweepFolder.readPlan(folders.get(0));
        Map<String, SweepRun> byKey = new LinkedHashMap<>();
        Map<String, Path> origins = new LinkedHashMap<>();
        List<SweepRun> doubles = new ArrayList<>();
        for (Path folder : folders) {
            Sweep other = SweepFolder.readPlan(folder);
            if (!other.hash().equals(sweep.hash())) {
                throw new ResultFolderException(folder + ": is of another sweep, or of another version of it, than "
                        + folders.get(0) + "; expected shards of one sweep");
            }
            for (SweepRun run : Journal.read(folder.resolve(Journal.FILE))) {
                String key = run.cellHash() + " " + run.entry() + " " + run.replication();
                SweepRun earlier = byKey.putIfAbsent(key, run);
                if (earlier == null) {
                    origins.put(key, folder);
                } else if (!earlier.sameAs(run)) {
                    throw new ResultFolderException(folder + ": replication " + run.replication() + " of " + run.entry()
                            + " has another outcome than in " + origins.get(key)
                            + "; the same work must give the same result: was one made by another version?");
                } else {
                    doubles.add(run);
                }
            }
        }
        SweepState state = new SweepState(sweep, sweep.cells(), byKey.values());
        List<SweepRun> ordered = new ArrayList<>();
        state.works().forEach(work -> ordered.addAll(work.inOrder()));
        return new Merge(state, ordered, doubles);
    }

    /** What is still to be done, a line each: cell, entry and replication. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (CellWork work : state.works()) {
            for (CellWork.Task task : work.missing()) {
                missing.add("cell " + task.cell().id() + " " + task.cell().labels() + ", " + task.entry()
                        + ", replication " + task.replication());
            }
        }
        return missing;
    }

    /** What several shards have, a line each: cell, entry and replication. */
    public List<String> doubleRuns() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        state.cells().forEach(cell -> cells.putIfAbsent(cell.hash(), cell));
        return doubles.stream()
                .map(run -> {
                    Cell cell = cells.get(run.cellHash());
                    String where = cell == null
                            ? "a cell that the sweep does not have"
                            : "cell " + cell.id() + " " + cell.labels();
                    return where + ", " + run.entry() + ", replication " + run.replication();
                })
                .toList();
    }

    /** Writes the whole sweep to a folder, as if it had been run there. */
    public void write(Path folder, SweepFolder.Found found) {
        try (SweepFolder out = SweepFolder.open(folder, state.sweep(), found)) {
            runs.forEach(out.journal()::add);
            out.writeTables(state);
        }
    }
}
