package hopscope.topology.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units as network files write them. A number without a unit has the one that its column implies. */
final class Quantities {
    private static final int CHARACTERS_MAX = 64;
    private static final int EXPONENT_MAX = 40;
    private static final Pattern WITH_UNIT = Pattern.compile("([-+0-9.eE]*[0-9.])\\s*([^0-9.\\s].*)?");

    /** An hour: enough for Mars, and a unit mistaken for another is noticed. */
    private static final BigDecimal LATENCY_NANOS_MAX = BigDecimal.valueOf(3_600_000_000_000L);

    private static final BigDecimal BANDWIDTH_BPS_MAX = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** Nanoseconds per unit, as powers of ten. */
    private static final Map<String, Integer> TIMES = Map.ofEntries(
            Map.entry("ns", 0),
            Map.entry("nanosecond", 0),
            Map.entry("nanoseconds", 0),
            Map.entry("us", 3),
            Map.entry("µs", 3),
            Map.entry("microsecond", 3),
            Map.entry("microseconds", 3),
            Map.entry("ms", 6),
            Map.entry("millisecond", 6),
            Map.entry("milliseconds", 6),
            Map.entry("s", 9),
            Map.entry("sec", 9),
            Map.entry("second", 9),
            Map.entry("seconds", 9));

    private static final Map<String, Integer> PREFIXES =
            Map.of("", 0, "k", 3, "kilo", 3, "m", 6, "mega", 6, "g", 9, "giga", 9, "t", 12, "tera", 12);

    private static final Pattern BITS =
            Pattern.compile("(|k|kilo|m|mega|g|giga|t|tera)(bit|bits|bit/s|bits/s|bps|b/s)");

    private Quantities() {}

    /** One-way latency or jitter in nanoseconds. */
    static long latencyNanos(String name, String written, String unitByDefault) throws BadQuantity {
        Matcher parts = parts(written);
        String unit = parts == null || parts.group(2) == null
                ? unitByDefault
                : parts.group(2).strip();
        Integer power = TIMES.get(unit.toLowerCase(Locale.ROOT));
        BigDecimal number = parts == null ? null : decimal(parts.group(1));
        if (number == null || power == null || number.signum() < 0) {
            throw bad(name, written, "a time of 0 or more such as 12.5, 3 ms or 40 us");
        }
        BigDecimal nanos = number.movePointRight(power);
        if (nanos.compareTo(LATENCY_NANOS_MAX) > 0) {
            throw bad(name, written, "an hour at most");
        }
        return nanos.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** A probability of 0 … 1 or a percentage, in parts per million. */
    static int lossPpm(String name, String written) throws BadQuantity {
        String bare = written.strip();
        boolean percent = bare.endsWith("%");
        BigDecimal number =
                decimal(percent ? bare.substring(0, bare.length() - 1).strip() : bare);
        BigDecimal ppm = number == null ? null : number.movePointRight(percent ? 4 : 6);
        if (ppm == null || ppm.signum() < 0 || ppm.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw bad(name, written, "a probability from 0 to 1, or a percentage such as 2.5%");
        }
        return ppm.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** Bits per second. */
    static long bandwidthBps(String name, String written, String unitByDefault) throws BadQuantity {
        Matcher parts = parts(written);
        String unit = parts == null || parts.group(2) == null
                ? unitByDefault
                : parts.group(2).strip();
        Matcher bits = BITS.matcher(unit.toLowerCase(Locale.ROOT).replace(" ", ""));
        BigDecimal number = parts == null ? null : decimal(parts.group(1));
        if (number == null || !bits.matches() || number.signum() < 0) {
            throw bad(name, written, "a rate such as 1000000, 10 Mbit/s or 1 Gbit/s");
        }
        BigDecimal bps = number.movePointRight(PREFIXES.get(bits.group(1)));
        if (bps.compareTo(BANDWIDTH_BPS_MAX) > 0) {
            throw bad(name, written, "at most 1000 Tbit/s");
        }
        return bps.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Any finite number from a least one on. */
    static double number(String name, String written, double least) throws BadQuantity {
        BigDecimal number = decimal(written.strip());
        if (number == null || number.doubleValue() < least) {
            throw bad(name, written, least == 0 ? "a number of 0 or more" : "a number");
        }
        return number.doubleValue();
    }

    /** The number, or NaN where it is none. */
    static double numberOrNaN(String written) {
        BigDecimal number = decimal(written.strip());
        return number == null ? Double.NaN : number.doubleValue();
    }

    private static Matcher parts(String written) {
        String bare = written.strip();
        Matcher parts = WITH_UNIT.matcher(bare);
        return bare.length() <= CHARACTERS_MAX && parts.matches() ? parts : null;
    }

    /** Or null. Exponents are bounded: a number of a million digits is never written out. */
    private static BigDecimal decimal(String written) {
        try {
            BigDecimal number = written.length() > CHARACTERS_MAX ? null : new BigDecimal(written);
            boolean tame = number != null && Math.abs((long) number.scale() - number.precision()) <= EXPONENT_MAX;
            return tame && Math.abs((long) number.scale()) <= 2 * EXPONENT_MAX ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static BadQuantity bad(String name, String written, String expected) {
        String shown = written.length() > CHARACTERS_MAX ? "too long a text" : "'" + written.strip() + "'";
        return new BadQuantity(name + " is " + shown + ", expected " + expected);
    }
}
