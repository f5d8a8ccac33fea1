package hopscope.chart;

import hopscope.chart.Observations.Dimension;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that the labels of a dimension stand for, where they stand for numbers of one kind: {@code 5%}, {@code
 * 200ms}, {@code 24}.
 *
 * @param values by label, in its order
 * @param unit of the values; empty for none
 */
record LabelNumbers(double[] values, String unit) {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*([^0-9.]*)");

    /** Seconds in each unit of time. */
    private static final Map<String, Double> TIMES =
            Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0);

    /** A value with a unit of labels, in the unit of an axis. */
    static double onAxis(double value, String unit) {
        return value * TIMES.getOrDefault(unit, 1.0);
    }

    /** The numbers, or {@code null} if a label is none, or they are of different kinds. */
    static LabelNumbers of(Dimension dimension) {
        return of(dimension.labels());
    }

    static LabelNumbers of(List<String> labels) {
        double[] values = new double[labels.size()];
        String unit = null;
        for (int i = 0; i < values.length; i++) {
            Matcher match = NUMBER.matcher(labels.get(i));
            if (!match.matches()) {
                return null;
            }
            Double seconds = TIMES.get(match.group(2));
            values[i] = Double.parseDouble(match.group(1)) * (seconds == null ? 1 : seconds);
            String here = seconds == null ? match.group(2) : "s";
            boolean zero = values[i] == 0 && here.isEmpty(); // a plain zero needs no unit
            if (unit != null && !unit.equals(here) && !zero) {
                return null;
            }
            unit = unit == null && zero && values.length > 1 ? null : unit == null ? here : unit;
        }
        return new LabelNumbers(values, unit == null ? "" : unit);
    }
}
