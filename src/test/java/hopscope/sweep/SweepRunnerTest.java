package hopscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.results.ResultFolderException;
import hopscope.scenario.Metric;
import hopscope.scenario.ScenarioException;
import hopscope.sweep.SweepRun.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunnerTest {
    private static final String SWEEP = """
            sweep:
              matrix:
                topology.nodes: [4, 5, 6]
                links.loss: [0%, 10%]
              repeat: {min: 2, max: 9, until: "ci95(hops_mean) < 8%"}
            """;

    @TempDir
    private Path folder;

    @Test
    void givesTheSameTablesForAnyNumberOfJobs() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        Sweeps.run(loaded, loaded.sweep().cells(), folder.resolve("one"), 1);
        Sweeps.run(loaded, loaded.sweep().cells(), folder.resolve("four"), 4);
        assertThat(Sweeps.tables(folder.resolve("four"))).isEqualTo(Sweeps.tables(folder.resolve("one")));
    }

    @Test
    void repeatsACellUntilItsRuleHoldsForEveryProtocolAndNotLonger() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        SweepState state = Sweeps.run(loaded, loaded.sweep().cells(), folder.resolve("out"), 2);
        List<Integer> looks = loaded.sweep().repetition().looks();
        List<Integer> counts = new ArrayList<>();
        for (Cell cell : loaded.sweep().cells()) {
            int replications = state.replicationsOf(cell);
            counts.add(replications);
            assertThat(looks).contains(replications);
            assertThat(state.runsOf(cell)).hasSize(2 * replications);
            for (int look : looks.subList(0, looks.indexOf(replications))) {
                assertThat(isPreciseForAll(loaded.sweep(), state, cell, look))
                        .as("cell %s after %d", cell.id(), look)
                        .isFalse();
            }
        }
        assertThat(counts.stream().distinct().count())
                .as("different numbers: %s", counts)
                .isGreaterThan(1);
    }

    /** As the progress line does after every run. */
    @Test
    void finishesEveryCellAlsoWhenSomebodyAsksWhatIsLeft() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        SweepState state = new SweepState(loaded.sweep(), loaded.sweep().cells(), List.of());
        try (SweepEngine engine = new InProcessEngine(loaded, 0)) {
            new SweepRunner(engine, state, run -> {}).run(2, run -> state.missingCount());
        }
        assertThat(loaded.sweep().cells()).allMatch(state::isFinished);
    }

    /** An engine that breaks down may keep some of those who wait for it for ever. */
    @Test
    void endsWhenTheEngineGivesUpThoughOtherRunsWait() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        SweepState state = new SweepState(loaded.sweep(), loaded.sweep().cells(), List.of());
        List<SweepRun> journal = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        SweepEngine broken = new SweepEngine() {
            @Override
            public int jobsByDefault() {
                return 1;
            }

            @Override
            public SweepRun run(Cell cell, String entry, int replication) {
                if (asked.incrementAndGet() == 4) {
                    throw new SweepEngineException("broken", null);
                }
                try {
                    new CountDownLatch(1).await();
                    throw new AssertionError("nobody opens the latch");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> new SweepRunner(broken, state, journal::add).run(4, run -> {}))
                .isInstanceOf(SweepEngineException.class);
        assertThat(journal).isEmpty();
    }

    private static boolean isPreciseForAll(Sweep sweep, SweepState state, Cell cell, int look) {
        return cell.entries().stream()
                .allMatch(entry -> sweep.repetition()
                        .isPrecise(state.runsOf(cell).stream()
                                .filter(run -> run.entry().equals(entry) && run.replication() < look)
                                .mapToDouble(run -> run.value(Metric.HOPS_MEAN))
                                .toArray()));
    }

    /** The process ends after any number of runs: nothing is lost, nothing is done twice, the tables are the same. */
    @Test
    void goesOnWhereItStoppedWhereverThatWas() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        int all = Sweeps.run(loaded, loaded.sweep().cells(), folder.resolve("whole"), 1)
                .doneCount();
        Path out = folder.resolve("stopped");
        int total = 0;
        int tries = 0;
        for (int more = 1; total < all; more += 3) {
            total += runSome(loaded, out, more);
            tries++;
        }
        assertThat(tries).isGreaterThan(3);
        assertThat(total).as("runs done in all tries").isEqualTo(all);
        Sweeps.run(loaded, loaded.sweep().cells(), out, 1);
        assertThat(Sweeps.tables(out)).isEqualTo(Sweeps.tables(folder.resolve("whole")));
    }

    /** Does some runs and dies. */
    private static int runSome(LoadedSweep loaded, Path out, int atMost) {
        AtomicInteger done = new AtomicInteger();
        try (SweepFolder open = SweepFolder.open(out, loaded.sweep(), SweepFolder.Found.RESUME)) {
            SweepState state = new SweepState(
                    loaded.sweep(), loaded.sweep().cells(), open.journal().runs());
            new SweepRunner(new InProcessEngine(loaded, 0), state, open.journal()::add).run(1, run -> {
                if (done.incrementAndGet() == atMost) {
                    throw new IllegalStateException("killed");
                }
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        return done.get();
    }

    @Test
    void givesTheTablesOfOneRunWhenShardsArePutTogether() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        Sweep sweep = loaded.sweep();
        Sweeps.run(loaded, sweep.cells(), folder.resolve("whole"), 1);
        List<Path> shards = new ArrayList<>();
        for (int shard = 1; shard <= 4; shard++) {
            shards.add(folder.resolve("shard" + shard));
            Sweeps.run(loaded, sweep.shard(shard, 4), shards.get(shard - 1), 1);
        }
        Merge merge = Merge.of(List.of(shards.get(2), shards.get(0), shards.get(3), shards.get(1)));
        merge.write(folder.resolve("merged"), SweepFolder.Found.REFUSE);
        assertThat(merge.missing()).isEmpty();
        assertThat(merge.doubles()).isEmpty();
        assertThat(Sweeps.tables(folder.resolve("merged"))).isEqualTo(Sweeps.tables(folder.resolve("whole")));
        assertThat(SweepFolder.read(folder.resolve("merged")).missingCount()).isZero();

        Merge incomplete = Merge.of(List.of(shards.get(0), shards.get(1), shards.get(0)));
        assertThat(incomplete.missing()).anyMatch(line -> line.startsWith("cell 0002 [5, 0%], source-routing"));
        assertThat(incomplete.doubles()).isNotEmpty();
    }

    @Test
    void refusesToMergeDifferentSweepsAndDifferentOutcomes() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        Sweeps.run(loaded, loaded.sweep().shard(1, 6), folder.resolve("a"), 1);
        LoadedSweep other = Sweeps.load(folder, SWEEP.replace("[4, 5, 6]", "[4, 5, 7]"));
        Sweeps.run(other, other.sweep().shard(1, 6), folder.resolve("b"), 1);
        assertThatThrownBy(() -> Merge.of(List.of(folder.resolve("a"), folder.resolve("b"))))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("is of another sweep");

        SweepRun run = SweepFolder.runsIn(folder.resolve("a")).get(0);
        try (SweepFolder forged = SweepFolder.open(folder.resolve("c"), loaded.sweep(), SweepFolder.Found.REFUSE)) {
            forged.journal()
                    .add(new SweepRun(
                            run.cellHash(),
                            run.entry(),
                            run.replication(),
                            run.seed(),
                            run.status(),
                            run.verdict(),
                            run.values(),
                            "0123456789abcdef",
                            ""));
        }
        assertThatThrownBy(() -> Merge.of(List.of(folder.resolve("a"), folder.resolve("c"))))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("has another outcome than in");
    }

    @Test
    void keepsARunThatTookTooLongAsARow() throws ScenarioException {
        LoadedSweep loaded = SweepFile.load(Sweeps.write(folder, """
                        name: slow
                        duration: 300h
                        topology: {generate: complete, nodes: 40}
                        protocols: [distance-vector]
                        sweep: {matrix: {links.loss: [0%]}}
                        """), List.of());
        SweepState state = new SweepState(loaded.sweep(), loaded.sweep().cells(), List.of());
        List<SweepRun> journal = new ArrayList<>();
        new SweepRunner(new InProcessEngine(loaded, 50_000_000L), state, journal::add).run(1, run -> {});
        assertThat(journal).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo(Status.TIMEOUT);
            assertThat(run.message()).isEqualTo("took longer than the timeout");
        });
        assertThat(SweepTables.runs(state))
                .contains("0000,0%,distance-vector,0,")
                .contains(",timeout,");
        assertThat(state.isFinished(loaded.sweep().cells().get(0))).isTrue();
    }

    @Test
    void refusesAFolderWithASweepUnlessToldWhatToDo() throws ScenarioException {
        LoadedSweep loaded = Sweeps.load(folder, SWEEP);
        Path out = folder.resolve("out");
        Sweeps.run(loaded, loaded.sweep().shard(1, 6), out, 1);
        assertThatThrownBy(() -> SweepFolder.open(out, loaded.sweep(), SweepFolder.Found.REFUSE))
                .isInstanceOf(ResultFolderException.class)
                .hasMessageContaining("--resume goes on with it");
        try (SweepFolder anew = SweepFolder.open(out, loaded.sweep(), SweepFolder.Found.REPLACE)) {
            assertThat(anew.journal().runs()).isEmpty();
        }
    }
}
