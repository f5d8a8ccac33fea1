package hopscope.metrics;

import hopscope.scenario.Metric;
import hopscope.simulation.LinkFigures;
import java.util.List;
import java.util.Locale;

/**
 * Everything one run yielded.
 *
 * @param verdict how the routing stood at the end
 * @param values one number per {@link Metric}, by ordinal; NaN where there is none (never converged, nothing delivered).
 *     Owned by this record, not to be changed
 * @param hopCounts {@code hopCounts[h]}: messages first delivered over h links
 * @param series how the network converged, by time; at most some hundred points
 * @param faults what became of every occurrence of a fault, by time
 * @param fingerprint hash over all events of the run
 * @param links what each class of links was asked to do and did; empty where that was not measured
 * @param steady the part after the warm-up; {@code null} for a scenario that asks for neither warm-up nor batches
 */
public record Measurements(
        Verdict verdict,
        double[] values,
        long[] hopCounts,
        List<SeriesPoint> series,
        List<FaultOutcome> faults,
        long fingerprint,
        List<LinkFigures> links,
        SteadyOutcome steady) {
    /** Keeps its own copies of the lists of faults and links. */
    public Measurements {
        faults = List.copyOf(faults);
        links = List.copyOf(links);
    }

    /** Of a run without a warm-up. */
    public Measurements(
            Verdict verdict,
            double[] values,
            long[] hopCounts,
            List<SeriesPoint> series,
            List<FaultOutcome> faults,
            long fingerprint,
            List<LinkFigures> links) {
        this(verdict, values, hopCounts, series, faults, fingerprint, links, null);
    }

    /** Of a run whose links were not measured. */
    public Measurements(
            Verdict verdict,
            double[] values,
            long[] hopCounts,
            List<SeriesPoint> series,
            List<FaultOutcome> faults,
            long fingerprint) {
        this(verdict, values, hopCounts, series, faults, fingerprint, List.of());
    }

    /** One metric's value, or NaN. */
    public double value(Metric metric) {
        return values[metric.ordinal()];
    }

    /** The fingerprint as written in results: 16 hexadecimal digits. */
    public String fingerprintHex() {
        return String.format(Locale.ROOT, "%016x", fingerprint);
    }

    /**
     * The state of all ordered pairs of nodes from {@code timeNanos} on.
     *
     * @param timeNanos virtual time
     * @param known share of pairs that know what they should, 0 … 1
     * @param reaching share of pairs whose route delivers, 0 … 1
     * @param optimal share of pairs whose route delivers at the oracle's distance, 0 … 1
     */
    public record SeriesPoint(long timeNanos, double known, double reaching, double optimal) {}
}
