package hopscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.bench.BenchRow.Needs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final BenchSettings PATIENT = new BenchSettings(false, 100, List.of());
    private static final BenchSettings QUICK = new BenchSettings(true, 100, List.of());

    private record Row(String name, Needs needs, Runnable work) implements BenchRow {
        @Override
        public String about() {
            return "a test";
        }

        @Override
        public List<BenchFigure> run(BenchSettings settings) {
            work.run();
            return List.of(BenchFigure.of(name, 7, "s", null, ""));
        }
    }

    private static List<BenchFigure> run(BenchSettings settings, BenchRow... rows) {
        List<BenchFigure> told = new ArrayList<>();
        List<BenchFigure> all = Bench.run(List.of(rows), settings, told::addAll);
        assertThat(told).isEqualTo(all);
        return all;
    }

    private static void fail() {
        throw new AssertionError("was started");
    }

    @Test
    void namesEachRowOnce() {
        assertThat(Bench.rows())
                .extracting(BenchRow::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(15);
        assertThat(Bench.rows()).allSatisfy(row -> assertThat(row.about()).isNotBlank());
    }

    @Test
    void doesNotStartARowThatNeedsMoreMemoryThanThereIs() {
        BenchFigure figure = run(PATIENT, new Row("huge", new Needs(1, Long.MAX_VALUE), BenchTest::fail))
                .get(0);
        assertThat(figure.value()).isNaN();
        assertThat(figure.note()).startsWith("not started: needs about 9223372036.9 GB of heap, and the JVM may have");
    }

    @Test
    void doesNotStartARowThatNeedsMoreTimeThanItMayTake() {
        Row slow = new Row("slow", new Needs(50, 0), () -> {});
        assertThat(run(QUICK, slow).get(0).note()).isEqualTo("not started: needs about 50 s, and may take 20 s");
        assertThat(run(PATIENT, slow).get(0).value()).isEqualTo(7);
        Row slower = new Row("slower", new Needs(101, 0), BenchTest::fail);
        assertThat(run(PATIENT, slower).get(0).note()).isEqualTo("not started: needs about 101 s, and may take 100 s");
    }

    @Test
    void goesOnAfterARowThatRanOutOfMemory() {
        Row greedy = new Row("greedy", Needs.FEW, () -> {
            throw new OutOfMemoryError("planted");
        });
        List<BenchFigure> figures = run(PATIENT, greedy, new Row("next", Needs.FEW, () -> {}));
        assertThat(figures).extracting(BenchFigure::name).containsExactly("greedy", "next");
        assertThat(figures.get(0).note()).startsWith("ran out of memory with ");
        assertThat(figures.get(1).value()).isEqualTo(7);
    }

    @Test
    void estimatesMoreForLargerNetworks() {
        List<BenchRow> rows = Bench.rows();
        assertThat(needs(rows, "dv-10000").seconds())
                .isGreaterThan(10 * needs(rows, "dv-1000").seconds());
        assertThat(needs(rows, "sr-100000").heapBytes()).isGreaterThan(100_000_000_000L);
        assertThat(needs(rows, "sr-1000").heapBytes()).isLessThan(500_000_000L);
    }

    private static Needs needs(List<BenchRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .needs();
    }
}
