package hopscope.compare;

import hopscope.scenario.Metric.Better;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the winner changes along the numeric axes of a sweep, all other labels being the same. A change counts only
 * between values at which either side's lead is proven (the 95 % interval of the difference excludes zero); what chance
 * does in between is no change of winner.
 */
final class Crossings {
    private static final int FEWEST_VALUES = 2;

    private Crossings() {}

    /** All crossings, by axis, then in the order of the contrasts. */
    static List<Crossing> of(List<String> axes, List<Contrast> contrasts) {
        List<Crossing> crossings = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            int index = axis;
            List<String> labels = contrasts.stream()
                    .map(contrast -> contrast.pair().labels().get(index))
                    .distinct()
                    .filter(label -> !label.equals("-"))
                    .toList();
            AxisValues values = labels.size() < FEWEST_VALUES ? null : AxisValues.of(labels);
            if (values != null) {
                lines(contrasts, axis, values)
                        .forEach((key, line) -> append(crossings, axes.get(index), values, key, line));
            }
        }
        return crossings;
    }

    /** What stays the same along a line. */
    private record Key(List<String> others, String protocolA, String protocolB, hopscope.scenario.Metric metric) {}

    private static Map<Key, List<DifferenceLine.Point>> lines(List<Contrast> contrasts, int axis, AxisValues values) {
        Map<Key, List<DifferenceLine.Point>> lines = new LinkedHashMap<>();
        for (Contrast contrast : contrasts) {
            Double x = values.byLabel().get(contrast.pair().labels().get(axis));
            boolean directed = contrast.metric().better() != Better.NEITHER;
            if (x != null && directed && contrast.difference() != null) {
                List<String> others = new ArrayList<>(contrast.pair().labels());
                others.set(axis, "*");
                Key key = new Key(
                        List.copyOf(others),
                        contrast.pair().a().protocol(),
                        contrast.pair().b().protocol(),
                        contrast.metric());
                lines.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new DifferenceLine.Point(x, contrast.difference(), contrast.differencesBySeed()));
            }
        }
        return lines;
    }

    private static void append(
            List<Crossing> crossings, String axis, AxisValues values, Key key, List<DifferenceLine.Point> points) {
        if (points.size() < FEWEST_VALUES) {
            return;
        }
        for (DifferenceLine.Zero zero : new DifferenceLine(points).zeros()) {
            boolean bIsLargerBelow = zero.sign() > 0;
            boolean bWinsBelow = bIsLargerBelow == (key.metric().better() == Better.HIGHER);
            crossings.add(new Crossing(
                    axis,
                    values.unit(),
                    key.others(),
                    key.protocolA(),
                    key.protocolB(),
                    key.metric(),
                    zero.at(),
                    zero.low(),
                    zero.high(),
                    bWinsBelow ? "B" : "A"));
        }
    }
}
