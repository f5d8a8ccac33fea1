package hopscope.check;

import hopscope.results.FixedDecimals;
import hopscope.scenario.Metric;
import hopscope.scenario.Metric.Better;
import hopscope.statistics.MeanDifference;
import hopscope.statistics.StudentT;
import java.util.Locale;

/**
 * One metric of one protocol, of whole runs or of a fault, against its baseline.
 *
 * @param measure what was judged
 * @param before mean in the baseline
 * @param after mean now
 * @param margin how much worse still counts as equivalent, in the metric's unit
 * @param worsening mean of the paired differences, positive if it got worse; {@code null} if there is none
 * @param lost pairs that had a value and have none now
 * @param won pairs that had none and have one now
 * @param pWorse of "worse by more than the margin", corrected for all metrics by Holm
 * @param pNoWorse of "worse by less than the margin, or better"
 * @param level that the p-values were held against
 * @param decision what follows
 */
public record MetricDecision(
        Measure measure,
        Mean before,
        Mean after,
        double margin,
        MeanDifference worsening,
        int lost,
        int won,
        double pWorse,
        double pNoWorse,
        double level,
        Decision decision) {
    private static final double CONFIDENCE = 0.95;
    private static final int TOO_MANY = 100_000;

    /**
     * Decides.
     *
     * @param adjusted the p-value of "worse", corrected
     * @param level error rate of this look
     */
    static MetricDecision of(Evidence evidence, double adjusted, double level) {
        return new MetricDecision(
                evidence.measure(),
                evidence.before(),
                evidence.after(),
                evidence.margin(),
                evidence.worsening(),
                evidence.lost(),
                evidence.won(),
                adjusted,
                evidence.pNoWorse(),
                level,
                decide(evidence, adjusted, level));
    }

    private static Decision decide(Evidence evidence, double adjusted, double level) {
        if (evidence.identical()) {
            return Decision.IDENTICAL;
        }
        if (evidence.metric().better() == Better.NEITHER) {
            return Decision.MOVED;
        }
        if (isPromise(evidence)) {
            boolean broken = evidence.lost() > 0
                    || evidence.worsening() != null && evidence.worsening().difference() > 0;
            return broken ? Decision.WORSE : Decision.NO_WORSE;
        }
        if (adjusted <= level) {
            return Decision.WORSE;
        }
        if (evidence.pNoWorse() > level) {
            return Decision.INCONCLUSIVE;
        }
        return isBetter(evidence, level) ? Decision.BETTER : Decision.NO_WORSE;
    }

    /** A metric without margin is no measurement but a promise; where it was kept before, one breach is enough. */
    private static boolean isPromise(Evidence evidence) {
        return evidence.margin() == 0 && evidence.metric() == Metric.HANDLED_DUPLICATES;
    }

    private static boolean isBetter(Evidence evidence, double level) {
        MeanDifference worsening = evidence.worsening();
        return worsening == null ? evidence.won() > 0 : worsening.pBelow(-evidence.margin()) <= level;
    }

    /** Which metric it is, of the whole run or of a fault. */
    public Metric metric() {
        return measure.metric();
    }

    /** What it was and is, by how much it is worse with a 95 % interval, the margin; what is missing to a decision. */
    String detail() {
        StringBuilder out = new StringBuilder();
        out.append(mean(before)).append(" → ").append(mean(after));
        if (!metric().unit().equals("1")) {
            out.append(' ').append(metric().unit());
        }
        if (lost + won > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    ", runs without a value %d → %d of %d",
                    before.missing(),
                    after.missing(),
                    after.runs()));
        }
        if (worsening != null) {
            out.append(", ").append(interval());
        }
        if (decision == Decision.INCONCLUSIVE) {
            out.append(wanted());
        }
        return out.toString();
    }

    /** By how much it moved, and the margin, both in per cent of what it was, or in its unit if that was nothing. */
    private String interval() {
        boolean isRelative = before.count() > 0 && before.value() != 0;
        double scale = isRelative ? 100 / Math.abs(before.value()) : 1;
        String unit = isRelative ? " %" : metric().unit().equals("1") ? "" : " " + metric().unit();
        double difference = scale * worsening.difference();
        double half = scale * worsening.halfWidth(CONFIDENCE);
        int sign = difference < 0 ? -1 : 1;
        return (difference < 0 ? "better" : "worse") + " by " + amount(sign * difference, isRelative) + unit + " ("
                + amount(sign * difference - half, isRelative) + " to " + amount(sign * difference + half, isRelative)
                + "), margin " + amount(scale * margin, isRelative) + unit;
    }

    private static String amount(double value, boolean isRelative) {
        return isRelative ? String.format(Locale.ROOT, "%.1f", value) : text(value);
    }

    /** How many replications would decide it if the difference stays as it is. */
    private String wanted() {
        if (lost > won) {
            return "; values are missing more often than before, though not yet often enough to prove it";
        }
        if (worsening == null) {
            return "; too few runs have a value";
        }
        int pairs = (int) worsening.degrees() + 1;
        double sd = worsening.standardError() * Math.sqrt(pairs);
        double gap = Math.abs(margin - worsening.difference());
        double reach = StudentT.quantile(1 - level, Math.max(1, pairs - 1)) * sd;
        double needed = gap == 0 ? TOO_MANY : Math.ceil(reach * reach / gap / gap);
        return needed >= TOO_MANY
                ? "; too close to the margin for any number of replications"
                : String.format(
                        Locale.ROOT, "; about %d replications would decide", (int) Math.max(needed, pairs + 1.0));
    }

    private static String mean(Mean mean) {
        return mean.count() == 0 ? "none" : text(mean.value());
    }

    private static String text(double value) {
        return FixedDecimals.text(value);
    }
}
