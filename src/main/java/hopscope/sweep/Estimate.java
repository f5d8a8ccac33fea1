package hopscope.sweep;

import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a sweep will cost, guessed from the beginnings of a few of its runs.
 *
 * @param runs still to be done, at the least
 * @param runsMax if every cell needs all replications that it may have
 * @param events of {@code runs}
 * @param wallSeconds of {@code runs} on one thread
 * @param peakBytes of the largest run: tables over all pairs of nodes
 */
public record Estimate(long runs, long runsMax, double events, double wallSeconds, double peakBytes) {
    private static final int PILOTS = 12;

    /** All pilots together; each gets an equal part, and most runs are shorter than that. */
    private static final long PILOTS_NANOS = 9_000_000_000L;

    /** Before anything is timed: code that was never run is slower by far than the same code after some seconds. */
    private static final long WARM_NANOS = 2_500_000_000L;

    private static final int EVENTS_AT_ONCE = 500;

    /** Route row, pair state, oracle row, with what the collector needs: measured at 1,000 nodes. */
    private static final double BYTES_PER_PAIR = 60;

    private static final double BYTES_AT_LEAST = 50e6;

    /**
     * How fast one entry of one cell went.
     *
     * @param events of a whole run
     * @param wallSeconds of a whole run
     */
    private record Pilot(Cell cell, String entry, double events, double wallSeconds) {
        /** The same entry in another cell: as many events for each node and virtual second, as long for each event. */
        double scaleTo(Cell other) {
            return (double) other.nodes() / cell.nodes() * (other.seconds() / cell.seconds());
        }
    }

    /**
     * Runs pilots for some seconds and extrapolates by nodes and virtual time.
     *
     * @param state the cells and what is done of them
     */
    public static Estimate of(LoadedSweep loaded, SweepState state) {
        List<Pilot> pilots = pilots(loaded, state.cells());
        long runs = 0;
        long runsMax = 0;
        double events = 0;
        double wall = 0;
        double bytes = 0;
        for (CellWork work : state.works()) {
            Cell cell = work.cell();
            List<CellWork.Task> todo = work.missing();
            runs += todo.size();
            runsMax +=
                    (long) cell.entries().size() * loaded.sweep().repetition().max()
                            - work.inOrder().size();
            for (CellWork.Task task : todo) {
                Pilot pilot = nearest(pilots, cell.nodes(), task.entry());
                events += pilot.events() * pilot.scaleTo(cell);
                wall += pilot.wallSeconds() * pilot.scaleTo(cell);
            }
            bytes = Math.max(bytes, BYTES_AT_LEAST + BYTES_PER_PAIR * cell.nodes() * cell.nodes());
        }
        return new Estimate(runs, Math.max(runsMax, runs), events, wall, bytes);
    }

    private static Pilot nearest(List<Pilot> pilots, int nodes, String entry) {
        return pilots.stream()
                .min(Comparator.comparing((Pilot pilot) -> !pilot.entry().equals(entry))
                        .thenComparingDouble(
                                pilot -> Math.abs(Math.log((double) pilot.cell().nodes() / nodes))))
                .orElseThrow();
    }

    /** Cells of different sizes, from the smallest to the largest. */
    private static List<Pilot> pilots(LoadedSweep loaded, List<Cell> cells) {
        List<Cell> bySize = cells.stream()
                .sorted(Comparator.comparingInt(Cell::nodes).thenComparingInt(Cell::index))
                .toList();
        int entries = Math.max(1, bySize.get(0).entries().size());
        int count = Math.max(1, Math.min(bySize.size(), PILOTS / entries));
        List<Pilot> pilots = new ArrayList<>();
        warm(loaded, bySize.get(0));
        for (int i = 0; i < count; i++) {
            Cell cell = bySize.get(count == 1 ? 0 : i * (bySize.size() - 1) / (count - 1));
            LoadedScenario scenario = loaded.load(cell);
            for (ProtocolSpec entry : scenario.scenario().protocols()) {
                pilots.add(pilot(scenario, cell, entry, PILOTS_NANOS / count / entries));
            }
        }
        return pilots;
    }

    /** Runs the smallest cell again and again; what comes of it is thrown away. */
    private static void warm(LoadedSweep loaded, Cell cell) {
        LoadedScenario scenario = loaded.load(cell);
        List<ProtocolSpec> entries = scenario.scenario().protocols();
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < WARM_NANOS; i++) {
            pilot(scenario, cell, entries.get(i % entries.size()), WARM_NANOS / entries.size());
        }
    }

    private static Pilot pilot(LoadedScenario loaded, Cell cell, ProtocolSpec entry, long budgetNanos) {
        long start = System.nanoTime();
        Simulation simulation = new Simulation(
                loaded.scenario(),
                loaded.topology(),
                entry,
                loaded.scenario().seed(),
                new RunMetrics(loaded.scenario()));
        long end = start + budgetNanos;
        Course half = null;
        boolean goesOn = true;
        while (goesOn && System.nanoTime() < end) {
            goesOn = simulation.advance(EVENTS_AT_ONCE);
            if (half == null && System.nanoTime() - start > budgetNanos / 2) {
                half = Course.of(simulation, start);
            }
        }
        Course all = Course.of(simulation, start);
        if (!goesOn || half == null) {
            return new Pilot(cell, entry.name(), all.events(), all.wallSeconds());
        }
        // A cold start is no sample of the rest, so the rest is taken to go on as the second half of the pilot did.
        double virtual = Math.max(1e-9, all.virtualSeconds() - half.virtualSeconds());
        double left = (cell.seconds() - all.virtualSeconds()) / virtual;
        return new Pilot(
                cell,
                entry.name(),
                all.events() + left * (all.events() - half.events()),
                all.wallSeconds() + left * (all.wallSeconds() - half.wallSeconds()));
    }

    /** How far a run has come. */
    private record Course(double virtualSeconds, double events, double wallSeconds) {
        static Course of(Simulation simulation, long startNanos) {
            double wall = (System.nanoTime() - startNanos) / 1e9;
            return new Course(simulation.reachedNanos() / 1e9, simulation.eventCount(), wall);
        }
    }
}
