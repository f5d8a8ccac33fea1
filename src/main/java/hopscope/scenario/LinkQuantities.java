package hopscope.scenario;

import hopscope.document.BadValue;
import hopscope.scenario.QuantityParser.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the quantities of links: bandwidths, limits of queues and sizes. */
final class LinkQuantities {
    private static final String UNLIMITED = "unlimited";
    private static final long BITS_PER_SECOND_MAX = 1_000_000_000_000_000L;
    private static final int FRAMES_MAX = 1_000_000;
    private static final long QUEUE_BYTES_MAX = 1L << 30;
    private static final Map<String, Long> RATES = QuantityParser.ordered(
            "bit/s",
            1L,
            "kbit/s",
            1_000L,
            "Mbit/s",
            1_000_000L,
            "Gbit/s",
            1_000_000_000L,
            "Tbit/s",
            1_000_000_000_000L);
    private static final Map<String, Long> QUEUE_UNITS = queueUnits();

    private LinkQuantities() {}

    private static Map<String, Long> queueUnits() {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("frames", 1L);
        units.putAll(QuantityParser.SIZE_UNITS);
        return units;
    }

    static Bandwidth bandwidth(String text) throws BadValue {
        String expected = "a bandwidth with its unit, such as 10Mbit/s, or unlimited";
        if (text.strip().equals(UNLIMITED)) {
            return Bandwidth.UNLIMITED;
        }
        Quantity quantity = withUnit(text, expected);
        BigDecimal rate =
                quantity.number().multiply(BigDecimal.valueOf(QuantityParser.unit(text, quantity.unit(), RATES)));
        if (rate.signum() == 0 || rate.compareTo(BigDecimal.valueOf(BITS_PER_SECOND_MAX)) > 0) {
            throw new BadValue("the bandwidth '" + text + "' is out of range", "1bit/s to 1000Tbit/s");
        }
        return new Bandwidth(QuantityParser.whole(text, rate, "bits per second"));
    }

    static QueueLimit queue(String text) throws BadValue {
        String expected = "a limit such as 100 frames or 64KiB, or unlimited";
        if (text.strip().equals(UNLIMITED)) {
            return QueueLimit.UNLIMITED;
        }
        Quantity quantity = withUnit(text, expected);
        long unit = QuantityParser.unit(text, quantity.unit(), QUEUE_UNITS);
        boolean frames = quantity.unit().equals("frames");
        BigDecimal limit = quantity.number().multiply(BigDecimal.valueOf(unit));
        if (limit.compareTo(BigDecimal.valueOf(frames ? FRAMES_MAX : QUEUE_BYTES_MAX)) > 0) {
            throw new BadValue(
                    "the queue '" + text + "' is too long", "at most 1000000 frames or 1024MiB, or unlimited");
        }
        long whole = QuantityParser.whole(text, limit, frames ? "frames" : "bytes");
        return frames ? QueueLimit.ofFrames((int) whole) : QueueLimit.ofBytes(whole);
    }

    static Size size(String text) throws BadValue {
        String expected = "a size with its unit, such as 1500B";
        Quantity quantity = withUnit(text, expected);
        long unit = QuantityParser.unit(text, quantity.unit(), QuantityParser.SIZE_UNITS);
        BigDecimal bytes = quantity.number().multiply(BigDecimal.valueOf(unit));
        if (bytes.compareTo(BigDecimal.valueOf(QUEUE_BYTES_MAX)) > 0) {
            throw new BadValue("'" + text + "' is too large", expected);
        }
        return new Size((int) QuantityParser.whole(text, bytes, "bytes"));
    }

    private static Quantity withUnit(String text, String expected) throws BadValue {
        Quantity quantity = QuantityParser.split(text, expected);
        if (quantity.unit().isEmpty()) {
            throw new BadValue("'" + text + "' has no unit", expected);
        }
        return quantity;
    }
}
