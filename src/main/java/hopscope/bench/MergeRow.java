package hopscope.bench;

import hopscope.bench.BenchFigure.Target;
import java.util.List;

/** The merge of distance-vector tables that bring nothing new, larger than the cache together, against a plain copy. */
final class MergeRow implements BenchRow {
    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String about() {
        return "distance-vector merge, 10,000 destinations, tables larger than the cache";
    }

    @Override
    public List<BenchFigure> run(BenchSettings settings) {
        MergeModel model = new MergeModel();
        double merge = Double.POSITIVE_INFINITY;
        double copy = Double.POSITIVE_INFINITY;
        for (int i = 0; i < settings.repetitions() + 3; i++) {
            merge = Math.min(merge, model.mergeAll() / (double) model.entries());
            copy = Math.min(copy, model.copyAll() / (double) model.entries());
        }
        return List.of(new BenchFigure(
                name(), merge, "ns/entry", null, "arraycopy", copy, merge / copy, Target.atMost(1.3), ""));
    }
}
