package hopscope.results;

import hopscope.metrics.SteadyOutcome;
import hopscope.metrics.SteadyOutcome.Interval;
import java.util.List;
import java.util.Locale;

/** {@code steady.csv}, and the same for people: when warm-ups were over, and intervals from one run each. */
public final class SteadyTable {
    private static final String HEADER =
            "protocol,replication,warm_up_s,measured_s,quantity,unit,batches,batch_size,mean,"
                    + "ci95_low,ci95_high,lag1_correlation,p_independent\n";

    private SteadyTable() {}

    /** Whether the scenario asked for a warm-up or batches. */
    public static boolean isAsked(ExperimentResult result) {
        return result.scenario().batchMeans() != null;
    }

    /** A row for each run and quantity; for a run whose warm-up was not over, one without figures. */
    static String csv(ExperimentResult result) {
        StringBuilder out = new StringBuilder(HEADER);
        for (RunRecord run : result.runs()) {
            SteadyOutcome steady = run.measurements().steady();
            String start = run.protocol() + "," + run.replication() + "," + FixedDecimals.text(steady.warmUpSeconds())
                    + "," + FixedDecimals.text(steady.measuredSeconds());
            if (steady.intervals().isEmpty()) {
                out.append(start).append(",,,,,,,,,\n");
            }
            for (Interval interval : steady.intervals()) {
                out.append(start).append(',').append(interval.quantity());
                out.append(',').append(interval.unit());
                out.append(',').append(interval.batches());
                out.append(',').append(interval.batchSize());
                double[] figures = {
                    interval.mean(),
                    interval.mean() - interval.halfWidth(),
                    interval.mean() + interval.halfWidth(),
                    interval.lagOneCorrelation(),
                    interval.pIndependent()
                };
                for (double figure : figures) {
                    out.append(',').append(FixedDecimals.text(figure));
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** For each protocol how long its warm-ups took; of a scenario with one replication its intervals, too. */
    public static String render(ExperimentResult result) {
        StringBuilder out = new StringBuilder();
        for (String protocol : result.scenario().protocolNames()) {
            List<RunRecord> runs = result.runsOf(protocol);
            if (!runs.isEmpty()) {
                warmUps(out, protocol, runs);
                if (runs.size() == 1) {
                    runs.get(0).measurements().steady().intervals().forEach(interval -> line(out, interval));
                }
            }
        }
        return out.toString();
    }

    private static void warmUps(StringBuilder out, String protocol, List<RunRecord> runs) {
        double[] ends = runs.stream()
                .mapToDouble(run -> run.measurements().steady().warmUpSeconds())
                .toArray();
        MetricSummary summary = MetricSummary.of(ends);
        out.append(protocol).append(": ");
        if (summary.n() == 0) {
            out.append("no run was over its warm-up, nothing was measured after it\n");
            return;
        }
        out.append("measured after a warm-up of ").append(text(summary.mean())).append(" s");
        if (summary.max() > summary.min()) {
            out.append(" (").append(text(summary.min())).append(" to ");
            out.append(text(summary.max())).append(')');
        }
        if (summary.missing() > 0) {
            out.append("; in ").append(summary.missing()).append(" of ").append(summary.runs());
            out.append(" runs it was not over");
        }
        out.append('\n');
    }

    private static void line(StringBuilder out, Interval interval) {
        String name =
                interval.unit().equals("1") ? interval.quantity() : interval.quantity() + " (" + interval.unit() + ")";
        String figures = interval.batchSize() == 0
                ? "fewer observations than batches"
                : text(interval.mean()) + " ± " + text(interval.halfWidth()) + "   " + interval.batches()
                        + " batches of "
                        + interval.batchSize()
                        + (interval.isCorrelated()
                                ? "; they depend on each other, the interval is too narrow: a longer run, or fewer batches"
                                : "");
        out.append(String.format(Locale.ROOT, "  %-36s %s", name, figures)).append('\n');
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "-" : FixedDecimals.rough(value);
    }
}
