package hopscope.sweep;

import hopscope.scenario.LoadedScenario;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The scenarios of the cells in work, each loaded once and let go when its cell is finished. Thread-safe. */
final class CellScenarios {
    private final LoadedSweep sweep;
    private final Map<Integer, LoadedScenario> inUse = new ConcurrentHashMap<>();

    CellScenarios(LoadedSweep sweep) {
        this.sweep = sweep;
    }

    LoadedScenario of(Cell cell) {
        return inUse.computeIfAbsent(cell.index(), index -> sweep.load(cell));
    }

    void release(Cell cell) {
        inUse.remove(cell.index());
    }
}
