package hopscope.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One event of the hold model, on the engine and on the JDK's priority queue. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class HoldBenchmark {
    private static final int EVENTS = 100_000;

    /** Events waiting at any time. */
    @Param({"1000", "65536", "1048576"})
    public int pending;

    private HoldModel engine;
    private HoldModel.OnPriorityQueue queue;

    /** Fills both. */
    @Setup
    public void fill() {
        engine = new HoldModel(pending);
        engine.fillEngine();
        queue = new HoldModel.OnPriorityQueue(new HoldModel(pending));
    }

    /** The engine. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long engine() {
        return engine.holdInEngine(EVENTS);
    }

    /** The yardstick. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long priorityQueue() {
        return queue.hold(EVENTS);
    }
}
