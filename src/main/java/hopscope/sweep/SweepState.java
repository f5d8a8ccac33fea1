package hopscope.sweep;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sweep, or some of its cells, with the runs that are known. Not thread-safe. */
public final class SweepState {
    private final Sweep sweep;
    private final List<Cell> cells;

    /** By hash, in the order of the cells: cells that are the same work share it. */
    private final Map<String, CellWork> works = new LinkedHashMap<>();

    private int foreignCount;

    /**
     * @param cells those that matter here, in order
     * @param runs known already, in any order; those of other cells are counted and left
     */
    public SweepState(Sweep sweep, List<Cell> cells, Collection<SweepRun> runs) {
        this.sweep = sweep;
        this.cells = List.copyOf(cells);
        cells.forEach(cell -> works.computeIfAbsent(cell.hash(), hash -> new CellWork(sweep.repetition(), cell)));
        runs.forEach(this::add);
    }

    /** Takes in a run. */
    void add(SweepRun run) {
        CellWork work = works.get(run.cellHash());
        if (work == null) {
            foreignCount++;
        } else {
            work.add(run);
        }
    }

    /** The sweep that the cells belong to. */
    public Sweep sweep() {
        return sweep;
    }

    /** The cells that matter here. */
    public List<Cell> cells() {
        return cells;
    }

    /** Runs given that belong to no cell here: of another shard, or of the file as it was before. */
    public int foreignCount() {
        return foreignCount;
    }

    Collection<CellWork> works() {
        return works.values();
    }

    /** The runs of a cell by entry, then by replication; without any beyond what the repetition rule asks for. */
    public List<SweepRun> runsOf(Cell cell) {
        return works.get(cell.hash()).inOrder();
    }

    /** How many replications a cell has, or will have as far as its runs tell. */
    public int replicationsOf(Cell cell) {
        return works.get(cell.hash()).wanted();
    }

    /** Whether every run of a cell is there. */
    public boolean isFinished(Cell cell) {
        return works.get(cell.hash()).missing().isEmpty();
    }

    /** Runs that are known to be missing; a rule may ask for more after them. */
    public int missingCount() {
        return works.values().stream().mapToInt(work -> work.missing().size()).sum();
    }

    /** Runs that are there and count. */
    public int doneCount() {
        return works.values().stream().mapToInt(work -> work.inOrder().size()).sum();
    }
}
