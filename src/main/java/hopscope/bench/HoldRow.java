package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import java.util.List;

/**
 * Events a second of the engine and of a {@link java.util.PriorityQueue}, in the hold model.
 *
 * @param name of the row
 * @param pending events waiting
 * @param targetMillions million events a second aimed at
 * @param targetRatio times the priority queue aimed at
 */
record HoldRow(String name, int pending, double targetMillions, double targetRatio) implements BenchRow {
    private static final long MIN_EVENTS = 2_000_000;

    @Override
    public String about() {
        return String.format(java.util.Locale.ROOT, "event engine, hold model with payload, %,d pending", pending);
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        HoldModel engine = new HoldModel(pending);
        engine.fillEngine();
        HoldModel.OnPriorityQueue queue = new HoldModel.OnPriorityQueue(new HoldModel(pending));
        long events = Math.max(MIN_EVENTS, 2L * pending);
        double engineNanos = Double.POSITIVE_INFINITY;
        double queueNanos = Double.POSITIVE_INFINITY;
        // By turns, so that whatever else the machine does meets both.
        for (int i = 0; i < settings.repetitions(); i++) {
            engineNanos = Math.min(engineNanos, (double) engine.holdInEngine(events) / events);
            queueNanos = Math.min(queueNanos, (double) queue.hold(events) / events);
        }
        return List.of(new BenchFigure(
                name,
                1e3 / engineNanos,
                "M events/s",
                Target.atLeast(targetMillions),
                "PriorityQueue",
                1e3 / queueNanos,
                queueNanos / engineNanos,
                Target.atLeast(targetRatio),
                ""));
    }
}
