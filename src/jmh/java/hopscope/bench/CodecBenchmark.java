package hopscope.bench;

import hopscope.protocol.message.RouteTable;
import hopscope.protocol.wire.FrameCodec;
import hopscope.random.RandomStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A table of 10,000 entries, encoded and decoded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CodecBenchmark {
    private static final int DESTINATIONS = 10_000;
    private static final int NEIGHBOURS = 4;

    private final FrameCodec codec = new FrameCodec();
    private final RouteTable table = table();
    private final byte[] frame = codec.encode(table);

    private static RouteTable table() {
        RandomStream random = new RandomStream(1);
        int[] row = new int[DESTINATIONS];
        Arrays.setAll(row, to -> 1 + random.nextInt(6) << 16 | random.nextInt(NEIGHBOURS));
        return new RouteTable(0, true, row, new int[] {3, 1, 4, 2}, DESTINATIONS - 1, RouteTable.NO_VERSION);
    }

    /** Table to bytes. */
    @Benchmark
    public byte[] encode() {
        return codec.encode(table);
    }

    /** Bytes to table. */
    @Benchmark
    public Object decode() {
        return codec.decode(frame).message();
    }
}
