package hopscope.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One entry of a distance-vector table that brings nothing new, merged and copied; 60 MB of tables. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class MergeBenchmark {
    private static final int ENTRIES = 20_000_000;

    private final MergeModel model = new MergeModel();

    /** The router's merge. */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public long merge() {
        return model.mergeAll();
    }

    /** The yardstick. */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public long copy() {
        return model.copyAll();
    }
}
