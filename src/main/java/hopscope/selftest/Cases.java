package hopscope.selftest;

import java.util.List;

/** All cases, in the order in which they are run and listed. */
final class Cases {
    private Cases() {}

    static List<Case> all() {
        return List.of(
                new RandomWalkCase(),
                new RetransmissionCase(),
                new BackoffCase(),
                new BurstLossCase(),
                new QueueCase(),
                new GeneratorCase(),
                new SynchronousCase(),
                new FloodingCase(),
                new SpreadRoundsCase(),
                new StaleRoutesCase(),
                new OneFailureCase(),
                new CountToInfinityCase());
    }
}
