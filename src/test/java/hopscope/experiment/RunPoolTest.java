package hopscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopscope.experiment.RunPool.Run;
import hopscope.simulation.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunPoolTest {
    private static final List<Run> RUNS =
            RunPool.runsOf(Runs.load("name: t\nduration: 1s\nreplications: 4\ntopology: {generate: ring, nodes: 3}\n")
                    .scenario());

    @Test
    void listsRunsByProtocolThenByReplication() {
        assertThat(RUNS).hasSize(8);
        assertThat(RUNS.subList(0, 4)).extracting(run -> run.protocol().name()).containsOnly("source-routing");
        assertThat(RUNS.subList(4, 8)).extracting(run -> run.protocol().name()).containsOnly("distance-vector");
        assertThat(RUNS).extracting(Run::replication).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
        assertThat(RUNS.subList(0, 4).stream().map(Run::seed).toList())
                .isEqualTo(RUNS.subList(4, 8).stream().map(Run::seed).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void gathersResultsInOrderThoughTheFirstRunEndsLast() {
        CountDownLatch others = new CountDownLatch(RUNS.size() - 1);
        List<Run> finished = new ArrayList<>();
        List<Run> results = RunPool.doAll(
                RUNS,
                2,
                run -> {
                    if (run == RUNS.get(0)) {
                        await(others);
                    } else {
                        others.countDown();
                    }
                    return run;
                },
                finished::add);
        assertThat(results).isEqualTo(RUNS);
        assertThat(finished).containsExactlyInAnyOrderElementsOf(RUNS);
    }

    @Test
    void passesOnWhatARunEndedWith() {
        for (int jobs = 1; jobs <= 2; jobs++) {
            int threads = jobs;
            assertThatThrownBy(() -> RunPool.doAll(
                            RUNS,
                            threads,
                            run -> {
                                throw new IllegalArgumentException("replication " + run.replication());
                            },
                            run -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("replication 0");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
