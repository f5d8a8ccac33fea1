package hopscope.sweep;

import hopscope.scenario.LoadedScenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The scenarios of the cells in work, each loaded once and let go when its cell is finished, or when it is the one that
 * was not asked for longest. Thread-safe; cells load at the same time.
 */
final class CellScenarios {
    private final LoadedSweep sweep;
    private final int atMost;

    /** By cell index, the last one asked for at the end. Guarded by this. */
    private final Map<Integer, FutureTask<LoadedScenario>> inUse = new LinkedHashMap<>(16, 0.75f, true);

    /** @param atMost scenarios kept, at least 1 */
    CellScenarios(LoadedSweep sweep, int atMost) {
        this.sweep = sweep;
        this.atMost = atMost;
    }

    LoadedScenario of(Cell cell) {
        FutureTask<LoadedScenario> loading = entry(cell);
        // Does nothing if it was done; waits in get() if another thread is at it.
        loading.run();
        try {
            return loading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cell " + cell.id() + " was being loaded", e);
        } catch (ExecutionException e) {
            release(cell);
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private synchronized FutureTask<LoadedScenario> entry(Cell cell) {
        FutureTask<LoadedScenario> entry =
                inUse.computeIfAbsent(cell.index(), index -> new FutureTask<>(() -> sweep.load(cell)));
        if (inUse.size() > atMost) {
            inUse.remove(inUse.keySet().iterator().next());
        }
        return entry;
    }

    synchronized void release(Cell cell) {
        inUse.remove(cell.index());
    }
}
