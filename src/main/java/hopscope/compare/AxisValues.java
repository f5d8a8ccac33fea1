package hopscope.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels of an axis as numbers: plain ones, or with a unit that all have in common; times may differ in theirs and are
 * then in seconds.
 *
 * @param unit what follows the numbers
 * @param byLabel the number of each label
 */
record AxisValues(String unit, Map<String, Double> byLabel) {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([^0-9.\\s]*)");
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0);

    /** The numbers of labels; {@code null} if one is not a number, or their units do not fit. */
    static AxisValues of(List<String> labels) {
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, String> units = new TreeMap<>();
        for (String label : labels) {
            Matcher matcher = NUMBER.matcher(label);
            if (!matcher.matches()) {
                return null;
            }
            double number = Double.parseDouble(matcher.group(1));
            numbers.put(label, number);
            if (number != 0 || !matcher.group(2).isEmpty()) {
                units.put(label, matcher.group(2)); // a bare 0 fits every unit
            }
        }
        List<String> distinct = units.values().stream().distinct().toList();
        if (distinct.size() <= 1) {
            return new AxisValues(distinct.isEmpty() ? "" : distinct.get(0), numbers);
        }
        if (!SECONDS.keySet().containsAll(distinct)) {
            return null;
        }
        numbers.replaceAll((label, number) -> number == 0 ? 0 : number * SECONDS.get(units.get(label)));
        return new AxisValues("s", numbers);
    }
}
