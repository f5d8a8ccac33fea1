package hopscope.compare;

import hopscope.results.FixedDecimals;
import hopscope.scenario.Metric;
import java.util.List;
import java.util.Locale;

/**
 * Where along an axis the winner changes.
 *
 * @param axis of the sweep
 * @param unit of the values: what follows the number in the axis's labels; may be empty
 * @param others labels of all axes, with {@code *} for this one
 * @param protocolA protocol of side A
 * @param protocolB protocol of side B
 * @param metric which metric
 * @param at where the mean difference, linear between neighbouring values of the axis, is zero
 * @param low lower end of the 95 % confidence interval
 * @param high its upper end
 * @param betterBelow the side that wins below, {@code A} or {@code B}; the other one wins above
 */
public record Crossing(
        String axis,
        String unit,
        List<String> others,
        String protocolA,
        String protocolB,
        Metric metric,
        double at,
        double low,
        double high,
        String betterBelow) {
    public Crossing {
        others = List.copyOf(others);
    }

    /** The crossing in a line, without a line feed. */
    public String render() {
        String above = betterBelow.equals("A") ? "B" : "A";
        String where = others.stream().anyMatch(label -> !label.equals("*")) ? ", at " + String.join(" ", others) : "";
        return String.format(
                Locale.ROOT,
                "%s: %s is better below %s = %s, %s above (95 %% interval %s to %s%s; A %s, B %s)",
                metric.column(),
                betterBelow,
                axis,
                FixedDecimals.rough(at) + unit,
                above,
                FixedDecimals.rough(low) + unit,
                FixedDecimals.rough(high) + unit,
                where,
                protocolA,
                protocolB);
    }
}
