package hopscope.metrics;

import hopscope.simulation.FaultStrike;
import java.util.ArrayList;
import java.util.List;

/** Cuts a run into the periods of its faults and keeps what each yielded. */
final class FaultPeriods {
    private final List<FaultOutcome> outcomes = new ArrayList<>();

    /** The faults whose period runs; none before the first one. */
    private final List<FaultStrike> strikes = new ArrayList<>();

    private long startNanos;
    private PairSeconds loops = new PairSeconds();
    private PairSeconds blackHoles = new PairSeconds();
    private PairSeconds stale = new PairSeconds();

    /** How the period stands that ends. */
    interface State {
        /** Settling times of the present period in seconds, or NaN: view, reach, optimal. */
        double[] settlingSeconds();

        Verdict verdict(long nowNanos);
    }

    /** So many pairs were in each condition for so long. */
    void add(PairCounts counts, long durationNanos) {
        loops.add(counts.looping(), durationNanos);
        blackHoles.add(counts.blackHoles(), durationNanos);
        stale.add(counts.stale(), durationNanos);
    }

    /** A fault strikes; everything up to now has been added. */
    void begin(long nowNanos, FaultStrike strike, State state) {
        if (nowNanos > startNanos) {
            close(nowNanos, state);
            startNanos = nowNanos;
        }
        strikes.add(strike);
    }

    /** A fault changed nothing, or never happened. */
    void note(long nowNanos, FaultStrike strike) {
        outcomes.add(FaultOutcome.without(strike, nowNanos));
    }

    /** The run ends. */
    void end(long nowNanos, State state) {
        close(nowNanos, state);
    }

    private void close(long nowNanos, State state) {
        if (!strikes.isEmpty()) {
            double[] settling = state.settlingSeconds();
            double[] values = {settling[0], settling[1], settling[2], loops.value(), blackHoles.value(), stale.value()};
            Verdict verdict = state.verdict(nowNanos);
            for (FaultStrike strike : strikes) {
                outcomes.add(new FaultOutcome(strike, startNanos, nowNanos - startNanos, values.clone(), verdict));
            }
            strikes.clear();
        }
        loops = new PairSeconds();
        blackHoles = new PairSeconds();
        stale = new PairSeconds();
    }

    /** What became of every occurrence, in the order of time; those that changed nothing stand where they would have. */
    List<FaultOutcome> outcomes() {
        List<FaultOutcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(java.util.Comparator.comparingLong(FaultOutcome::timeNanos));
        return sorted;
    }
}
