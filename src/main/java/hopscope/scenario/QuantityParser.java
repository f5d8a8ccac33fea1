package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.document.Suggestion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quantities with their units. Exact: no digit is lost, and what does not fit is refused. */
final class QuantityParser {
    /** No quantity needs more characters; keeps hostile numbers from costing time. */
    private static final int LENGTH_MAX = 40;

    private static final Pattern QUANTITY = Pattern.compile("([-+]?)([0-9]+(?:\\.[0-9]+)?)\\s*(\\D*)");
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** No simulated time is longer; leaves room in {@code long} nanoseconds (292 years) for sums of times. */
    static final long NANOS_MAX = 365 * DAY_NANOS;

    private static final int PPM_PER_PERCENT = 10_000;
    private static final Map<String, Long> TIME_UNITS = ordered(
            "ns",
            1L,
            "us",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "min",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    static final Map<String, Long> SIZE_UNITS =
            ordered("B", 1L, "kB", 1_000L, "KiB", 1_024L, "MB", 1_000_000L, "MiB", 1_048_576L);
    private static final Map<String, String> SAME_UNIT = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("m", "min"),
            Map.entry("mins", "min"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("hr", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("msec", "ms"),
            Map.entry("millis", "ms"),
            Map.entry("usec", "us"),
            Map.entry("\u00b5s", "us"),
            Map.entry("\u03bcs", "us"),
            Map.entry("S", "s"),
            Map.entry("b", "B"),
            Map.entry("bytes", "B"),
            Map.entry("byte", "B"),
            Map.entry("K", "KiB"),
            Map.entry("k", "kB"),
            Map.entry("KB", "kB"),
            Map.entry("kb", "kB"),
            Map.entry("kib", "KiB"),
            Map.entry("bps", "bit/s"),
            Map.entry("kbps", "kbit/s"),
            Map.entry("Mbps", "Mbit/s"),
            Map.entry("Gbps", "Gbit/s"),
            Map.entry("mbit/s", "Mbit/s"),
            Map.entry("gbit/s", "Gbit/s"),
            Map.entry("kbit", "kbit/s"),
            Map.entry("Mbit", "Mbit/s"),
            Map.entry("Gbit", "Gbit/s"),
            Map.entry("packets", "frames"),
            Map.entry("frame", "frames"));
    private static final int PAYLOAD_MAX_BYTES = 65_535;
    private static final double RATE_MAX_PER_SECOND = 1e9;
    private static final double RATE_MIN_PER_SECOND = 1e-9;
    private static final Map<String, Double> RATE_UNITS = rates();

    private QuantityParser() {}

    /** A number and its unit, which may be empty. */
    record Quantity(BigDecimal number, String unit) {}

    static TimeSpan timeSpan(String text) throws BadValue {
        String expected = "a duration with its unit, such as 500ms";
        Quantity quantity = split(text, expected);
        if (quantity.unit().isEmpty()) {
            throw new BadValue("'" + text + "' has no unit", expected);
        }
        long unitNanos = unit(text, quantity.unit(), TIME_UNITS);
        BigDecimal nanos = quantity.number().multiply(BigDecimal.valueOf(unitNanos));
        if (nanos.compareTo(BigDecimal.valueOf(NANOS_MAX)) > 0) {
            throw new BadValue("'" + text + "' is too long", "at most 365 days (8760h)");
        }
        return new TimeSpan(whole(text, nanos, "nanoseconds"));
    }

    static Share share(String text) throws BadValue {
        String expected = "a share in per cent from 0% to 100%, such as 1%";
        Quantity quantity = split(text, expected);
        if (quantity.unit().isEmpty()) {
            throw new BadValue("'" + text + "' has no unit; expected " + expected + shareHint(quantity.number()));
        }
        if (!quantity.unit().equals("%")) {
            throw new BadValue("unknown unit '" + quantity.unit() + "' in '" + text + "'", expected);
        }
        BigDecimal ppm = quantity.number().multiply(BigDecimal.valueOf(PPM_PER_PERCENT));
        if (ppm.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new BadValue("'" + text + "' is more than everything", expected);
        }
        return new Share((int) whole(text, ppm, "parts per million (0.0001%)"));
    }

    private static String shareHint(BigDecimal number) {
        BigDecimal percent = number.compareTo(BigDecimal.ONE) < 0 ? number.movePointRight(2) : number;
        return percent.compareTo(BigDecimal.valueOf(100)) <= 0
                ? "; did you mean '" + QuantityFormat.plain(percent) + "%'?"
                : "";
    }

    static Probability probability(String text) throws BadValue {
        String expected = "a probability from 0 to 1 (or 0% to 100%)";
        Quantity quantity = split(text, expected);
        if (!quantity.unit().isEmpty() && !quantity.unit().equals("%")) {
            throw new BadValue("unknown unit '" + quantity.unit() + "' in '" + text + "'", expected);
        }
        BigDecimal value = quantity.unit().isEmpty()
                ? quantity.number()
                : quantity.number().movePointLeft(2);
        if (value.compareTo(BigDecimal.ONE) > 0) {
            throw new BadValue("'" + text + "' is more than 1", expected);
        }
        return new Probability(value.doubleValue());
    }

    static Rate rate(String text) throws BadValue {
        String expected = "a rate with its unit, such as 5/s or 300/min";
        Quantity quantity = split(text, expected);
        if (quantity.unit().isEmpty()) {
            throw new BadValue("'" + text + "' has no unit", expected);
        }
        String unit = quantity.unit().replace(" ", "");
        if (!RATE_UNITS.containsKey(unit)) {
            throw new BadValue("unknown unit '" + quantity.unit() + "' in '" + text + "'; expected one of "
                    + String.join(", ", RATE_UNITS.keySet()) + rateHint(unit));
        }
        double perSecond = quantity.number().doubleValue() * RATE_UNITS.get(unit);
        if (unit.equals("/min") || unit.equals("/h")) {
            perSecond = quantity.number().doubleValue() / (unit.equals("/h") ? 3600 : 60);
        }
        if (!(perSecond >= RATE_MIN_PER_SECOND && perSecond <= RATE_MAX_PER_SECOND)) {
            throw new BadValue("the rate '" + text + "' is out of range", "more than 0/s and at most 1000000000/s");
        }
        return new Rate(perSecond);
    }

    private static String rateHint(String unit) {
        String same = "/" + SAME_UNIT.getOrDefault(unit.replaceFirst("^/", ""), "");
        return RATE_UNITS.containsKey(same)
                ? "; did you mean '" + same + "'?"
                : Suggestion.hint(unit, RATE_UNITS.keySet());
    }

    static Payload payload(String text) throws BadValue {
        String expected = "a size of at most 65535B, such as 100B or 4KiB, or a list of byte values";
        Quantity quantity = split(text, expected);
        if (quantity.unit().isEmpty()) {
            throw new BadValue("'" + text + "' has no unit; expected " + expected + "; did you mean '" + text + "B'?");
        }
        long unitBytes = unit(text, quantity.unit(), SIZE_UNITS);
        BigDecimal bytes = quantity.number().multiply(BigDecimal.valueOf(unitBytes));
        if (bytes.compareTo(BigDecimal.valueOf(PAYLOAD_MAX_BYTES)) > 0) {
            throw new BadValue("'" + text + "' is too large", expected);
        }
        return new Payload((int) whole(text, bytes, "bytes"), null);
    }

    /** A payload of given bytes. */
    static Payload payload(List<Integer> bytes) throws BadValue {
        if (bytes.size() > PAYLOAD_MAX_BYTES) {
            throw new BadValue("the list has " + bytes.size() + " bytes", "at most 65535");
        }
        return new Payload(bytes.size(), bytes);
    }

    /** A whole number in decimal digits that fits in 64 bits. */
    static long wholeNumber(String text) throws BadValue {
        String expected = "a whole number";
        if (text.length() > LENGTH_MAX || !text.matches("[-+]?[0-9]+")) {
            throw new BadValue("'" + shortened(text) + "' is not a whole number", expected);
        }
        BigInteger value = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        if (value.bitLength() > 63) {
            throw new BadValue("'" + text + "' does not fit in 64 bits", "a whole number from -2^63 to 2^63-1");
        }
        return value.longValue();
    }

    /** A finite decimal number. */
    static double decimalNumber(String text) throws BadValue {
        boolean number = text.length() <= LENGTH_MAX && text.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
        double value = number ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new BadValue("'" + shortened(text) + "' is not a finite number", "a number such as 1.5");
        }
        return value;
    }

    static Quantity split(String text, String expected) throws BadValue {
        Matcher matcher = QUANTITY.matcher(text.strip());
        if (text.length() > LENGTH_MAX || !matcher.matches()) {
            throw new BadValue("cannot read '" + shortened(text) + "'", expected);
        }
        if (matcher.group(1).equals("-")) {
            throw new BadValue("'" + text + "' is negative", expected);
        }
        return new Quantity(new BigDecimal(matcher.group(2)), matcher.group(3).strip());
    }

    static long unit(String text, String unit, Map<String, Long> units) throws BadValue {
        if (units.containsKey(unit)) {
            return units.get(unit);
        }
        String same = SAME_UNIT.get(unit);
        String hint = same != null && units.containsKey(same)
                ? "; did you mean '" + same + "'?"
                : Suggestion.hint(unit, units.keySet());
        throw new BadValue("unknown unit '" + unit + "' in '" + text + "'; expected one of "
                + String.join(", ", units.keySet()) + hint);
    }

    static long whole(String text, BigDecimal value, String unit) throws BadValue {
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new BadValue("'" + text + "' is finer than can be kept", "a whole number of " + unit);
        }
    }

    /** Long texts are cut in messages. */
    static String shortened(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }

    static Map<String, Long> ordered(Object... pairs) {
        Map<String, Long> units = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put((String) pairs[i], (Long) pairs[i + 1]);
        }
        return units;
    }

    private static Map<String, Double> rates() {
        Map<String, Double> units = new LinkedHashMap<>();
        units.put("/ms", 1e3);
        units.put("/s", 1.0);
        units.put("/min", 1 / 60.0);
        units.put("/h", 1 / 3600.0);
        return units;
    }
}
