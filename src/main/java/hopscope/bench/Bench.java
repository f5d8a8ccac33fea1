package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import hopscope.scenario.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All rows of the benchmark, and how they are run: one after the other, none of which can bring the others down. */
public final class Bench {
    private static final double GIGA = 1e9;

    private Bench() {}

    /** All rows, in the order of the table. */
    public static List<BenchRow> rows() {
        List<BenchRow> rows = new ArrayList<>();
        rows.add(new HoldRow("engine-1000", 1_000, 15, 2.5));
        rows.add(new HoldRow("engine-65536", 65_536, 10, 3.5));
        rows.add(new HoldRow("engine-1048576", 1_048_576, 4, 4));
        rows.add(new MergeRow());
        rows.add(new ColdStartRow("dv-1000", Protocol.DISTANCE_VECTOR, BenchNetwork.scaleFree(1_000), 0.6));
        rows.add(new ColdStartRow(
                "dv-10000", Protocol.DISTANCE_VECTOR, BenchNetwork.scaleFree(10_000), 20, Target.atMost(6)));
        rows.add(new ColdStartRow("dv-torus-10000", Protocol.DISTANCE_VECTOR, BenchNetwork.torus(100), 15));
        rows.add(new ColdStartRow("sr-1000", Protocol.SOURCE_ROUTING, BenchNetwork.scaleFree(1_000), 0.4));
        rows.add(new ColdStartRow("sr-10000", Protocol.SOURCE_ROUTING, BenchNetwork.scaleFree(10_000), 15));
        rows.add(new PathsRow(10_000));
        for (int nodes : new int[] {1_000, 10_000}) {
            BenchNetwork network = BenchNetwork.scaleFree(nodes);
            rows.add(new FailureRow("failure-dv-" + nodes, Protocol.DISTANCE_VECTOR, network));
            rows.add(new FailureRow("failure-sr-" + nodes, Protocol.SOURCE_ROUTING, network));
        }
        rows.add(new ColdStartRow("dv-grid-22", Protocol.DISTANCE_VECTOR, BenchNetwork.grid(22), 0.2));
        rows.add(new ColdStartRow("dv-grid-32", Protocol.DISTANCE_VECTOR, BenchNetwork.grid(32), 0.8));
        rows.add(new DataPlaneRow());
        rows.add(new ReplicationsRow());
        rows.add(new GrowthRow("growth-dv", Protocol.DISTANCE_VECTOR));
        rows.add(new GrowthRow("growth-sr", Protocol.SOURCE_ROUTING));
        rows.add(new StartUpRow());
        rows.add(new ColdStartRow("sr-100000", Protocol.SOURCE_ROUTING, BenchNetwork.scaleFree(100_000), 600));
        rows.add(new FlapRow("sr-flap-100000", BenchNetwork.scaleFree(100_000)));
        return rows;
    }

    /**
     * Runs rows.
     *
     * @param rows which, in order
     * @param finished told each row's figures as soon as they are there
     * @return all figures
     */
    public static List<BenchFigure> run(
            List<BenchRow> rows, BenchSettings settings, Consumer<List<BenchFigure>> finished) {
        List<BenchFigure> all = new ArrayList<>();
        for (BenchRow row : rows) {
            List<BenchFigure> figures = run(row, settings);
            finished.accept(figures);
            all.addAll(figures);
        }
        return all;
    }

    private static List<BenchFigure> run(BenchRow row, BenchSettings settings) {
        BenchRow.Needs needs = row.needs();
        long heap = Runtime.getRuntime().maxMemory();
        if (needs.heapBytes() > heap) {
            return missing(
                    row,
                    String.format(
                            Locale.ROOT,
                            "not started: needs about %.1f GB of heap, and the JVM may have %.1f GB (-Xmx)",
                            needs.heapBytes() / GIGA,
                            heap / GIGA));
        }
        double longest = Math.min(settings.longestRowSeconds(), settings.limitSeconds());
        if (needs.seconds() > longest) {
            return missing(
                    row,
                    String.format(
                            Locale.ROOT,
                            "not started: needs about %.0f s, and may take %.0f s",
                            needs.seconds(),
                            longest));
        }
        System.gc(); // What the row before left behind is not this row's.
        try {
            return row.run(settings);
        } catch (OutOfMemoryError e) {
            return missing(row, String.format(Locale.ROOT, "ran out of memory with %.1f GB of heap", heap / GIGA));
        }
    }

    private static List<BenchFigure> missing(BenchRow row, String reason) {
        return List.of(BenchFigure.missing(row.name(), "", null, reason));
    }
}
