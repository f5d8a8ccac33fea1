package hopscope.results;

import hopscope.metrics.FaultOutcome;
import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import java.util.List;

/**
 * One row of {@code runs.csv} with its parts of {@code series.csv} and {@code faults.csv}.
 *
 * @param protocol name of its entry in the scenario
 * @param replication 0, 1, …
 * @param seed of the replication
 * @param verdict how the routing stood at the end
 * @param values by {@link Metric} ordinal, NaN where there is none; owned by this record, not to be changed
 * @param series by ascending time; the state holds until the next point
 * @param faults its part of {@code faults.csv}, by time
 * @param fingerprint 16 hexadecimal digits
 */
public record SavedRun(
        String protocol,
        int replication,
        long seed,
        Verdict verdict,
        double[] values,
        List<SeriesPoint> series,
        List<FaultOutcome> faults,
        String fingerprint) {
    private static final int NANOS_PER_MICRO = 1_000;

    public SavedRun {
        series = List.copyOf(series);
        faults = List.copyOf(faults);
    }

    /** The same run with other points. */
    SavedRun withSeries(List<SeriesPoint> points) {
        return new SavedRun(protocol, replication, seed, verdict, values, points, faults, fingerprint);
    }

    /** The same run with other faults. */
    SavedRun withFaults(List<FaultOutcome> outcomes) {
        return new SavedRun(protocol, replication, seed, verdict, values, series, outcomes, fingerprint);
    }

    /** The run at the precision in which it is written. */
    static SavedRun of(RunRecord run) {
        double[] values = run.measurements().values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = FixedDecimals.rounded(values[i]);
        }
        return new SavedRun(
                run.protocol(),
                run.replication(),
                run.seed(),
                run.measurements().verdict(),
                values,
                run.measurements().series().stream().map(SavedRun::rounded).toList(),
                run.measurements().faults().stream().map(FaultsCsv::rounded).toList(),
                run.measurements().fingerprintHex());
    }

    /** One metric's value, or NaN. */
    public double value(Metric metric) {
        return values[metric.ordinal()];
    }

    private static SeriesPoint rounded(SeriesPoint point) {
        long micros = Math.floorDiv(point.timeNanos(), NANOS_PER_MICRO);
        return new SeriesPoint(
                micros * NANOS_PER_MICRO,
                FixedDecimals.roundedShare(point.known()),
                FixedDecimals.roundedShare(point.reaching()),
                FixedDecimals.roundedShare(point.optimal()));
    }
}
