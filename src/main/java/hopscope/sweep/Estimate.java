package hopscope.sweep;

import hopscope.experiment.Experiment;
import hopscope.experiment.RunInterrupted;
import hopscope.metrics.RunMetrics;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.simulation.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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
    private static final long PILOT_MILLIS = 300;

    /** Route row, pair state, oracle row, with what the collector needs: measured at 1,000 nodes. */
    private static final double BYTES_PER_PAIR = 60;

    private static final double BYTES_AT_LEAST = 50e6;

    /** How fast one entry of one cell went. */
    private record Pilot(int nodes, String entry, double eventsPerNodeSecond, double wallPerEvent) {}

    /**
     * Runs pilots, a third of a second each, and extrapolates by nodes and virtual time.
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
                double ofRun = pilot.eventsPerNodeSecond() * cell.nodes() * cell.seconds();
                events += ofRun;
                wall += ofRun * pilot.wallPerEvent();
            }
            bytes = Math.max(bytes, BYTES_AT_LEAST + BYTES_PER_PAIR * cell.nodes() * cell.nodes());
        }
        return new Estimate(runs, Math.max(runsMax, runs), events, wall, bytes);
    }

    private static Pilot nearest(List<Pilot> pilots, int nodes, String entry) {
        return pilots.stream()
                .min(Comparator.comparing((Pilot pilot) -> !pilot.entry().equals(entry))
                        .thenComparingDouble(pilot -> Math.abs(Math.log((double) pilot.nodes() / nodes))))
                .orElseThrow();
    }

    /** Cells of different sizes, from the smallest to the largest. */
    private static List<Pilot> pilots(LoadedSweep loaded, List<Cell> cells) {
        List<Cell> bySize = cells.stream()
                .sorted(Comparator.comparingInt(Cell::nodes).thenComparingInt(Cell::index))
                .toList();
        List<Pilot> pilots = new ArrayList<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            int entries = Math.max(1, bySize.get(0).entries().size());
            int count = Math.max(1, Math.min(bySize.size(), PILOTS / entries));
            for (int i = 0; i < count; i++) {
                Cell cell = bySize.get(count == 1 ? 0 : i * (bySize.size() - 1) / (count - 1));
                LoadedScenario scenario = loaded.load(cell);
                for (ProtocolSpec entry : scenario.scenario().protocols()) {
                    pilots.add(pilot(scenario, cell, entry, clock));
                }
            }
        } finally {
            clock.shutdownNow();
        }
        return pilots;
    }

    private static Pilot pilot(LoadedScenario loaded, Cell cell, ProtocolSpec entry, ScheduledExecutorService clock) {
        Simulation simulation = new Simulation(
                loaded.scenario(),
                loaded.topology(),
                entry,
                loaded.scenario().seed(),
                new RunMetrics(loaded.scenario()));
        Thread runner = Thread.currentThread();
        var alarm = clock.schedule(runner::interrupt, PILOT_MILLIS, TimeUnit.MILLISECONDS);
        long start = System.nanoTime();
        try {
            Experiment.runInterruptibly(simulation);
        } catch (RunInterrupted e) {
            // As planned: the beginning is enough.
        } finally {
            alarm.cancel(false);
            Thread.interrupted();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double seconds = Math.max(1e-9, simulation.reachedNanos() / 1e9);
        long events = Math.max(1, simulation.eventCount());
        return new Pilot(cell.nodes(), entry.name(), events / seconds / cell.nodes(), wall / events);
    }
}
