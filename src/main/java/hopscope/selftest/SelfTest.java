package hopscope.selftest;

import hopscope.experiment.RunPool;
import hopscope.random.Keys;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Runs cases with known answers. The same cases and seed give the same results for any number of threads: each case has
 * a seed of its own, and results come in the order of the list.
 */
public final class SelfTest {
    /** The seed of a run for which nothing else is asked. */
    public static final long DEFAULT_SEED = 1;

    private final List<Case> cases;
    private final long seed;

    private SelfTest(List<Case> cases, long seed) {
        this.cases = cases;
        this.seed = seed;
    }

    /**
     * The cases whose names are wanted.
     *
     * @param seed all randomness of all cases derives from it
     */
    public static SelfTest of(Predicate<String> wanted, long seed) {
        return new SelfTest(
                Cases.all().stream()
                        .filter(test -> wanted.test(test.describe().name()))
                        .toList(),
                seed);
    }

    /** What there is to run, in order. */
    public List<Description> descriptions() {
        return cases.stream().map(Case::describe).toList();
    }

    /**
     * Runs all cases.
     *
     * @param jobs threads, at least 1
     * @param finished told each case that is done, from any thread, one at a time
     * @throws hopscope.simulation.SimulationFailure if Hopscope itself fails in a run
     */
    public SelfTestResult run(int jobs, Consumer<CaseResult> finished) {
        int threads = Math.max(1, Math.min(jobs, cases.size()));
        return new SelfTestResult(seed, RunPool.doAll(cases, threads, this::run, finished));
    }

    private CaseResult run(Case test) {
        Description description = test.describe();
        return new CaseResult(description, test.run(Keys.of(seed, "selftest " + description.name())));
    }
}
