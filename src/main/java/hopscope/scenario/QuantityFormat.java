package hopscope.scenario;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Writes quantities as a scenario file does, so that reading the text gives the same value. */
public final class QuantityFormat {
    private static final String[] TIME_UNITS = {"ns", "us", "ms", "s"};

    private static final String[] BIT_RATES = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};

    private QuantityFormat() {}

    /** Whole, in the largest of ns, us, ms and s that leaves no fraction: {@code 1500ms}. */
    public static String text(TimeSpan span) {
        long number = span.nanos();
        int unit = number == 0 ? TIME_UNITS.length - 1 : 0;
        while (unit < TIME_UNITS.length - 1 && number % 1000 == 0) {
            number /= 1000;
            unit++;
        }
        return number + TIME_UNITS[unit];
    }

    /** In per cent: {@code 0.5%}. */
    public static String text(Share share) {
        return plain(BigDecimal.valueOf(share.ppm(), 4)) + "%";
    }

    /** Per second: {@code 5/s}. */
    public static String text(Rate rate) {
        return number(rate.perSecond()) + "/s";
    }

    /** As a number, 0 … 1. */
    public static String text(Probability probability) {
        return number(probability.value());
    }

    /** {@code 100B}, or the list of bytes. */
    public static String text(Payload payload) {
        return payload.bytes() == null
                ? payload.lengthBytes() + "B"
                : payload.bytes().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /** In the largest unit that leaves no fraction: {@code 10Mbit/s}. */
    public static String text(Bandwidth bandwidth) {
        if (bandwidth.isUnlimited()) {
            return "unlimited";
        }
        long number = bandwidth.bitsPerSecond();
        int unit = 0;
        while (unit < BIT_RATES.length - 1 && number % 1000 == 0) {
            number /= 1000;
            unit++;
        }
        return number + BIT_RATES[unit];
    }

    /** In frames or bytes. */
    public static String text(QueueLimit queue) {
        if (queue.frames() < 0 && queue.bytes() < 0) {
            return "unlimited";
        }
        return queue.frames() >= 0 ? queue.frames() + " frames" : queue.bytes() + "B";
    }

    /** In bytes. */
    public static String text(Size size) {
        return size.bytes() + "B";
    }

    /** The shortest decimal that reads back as the same {@code double}, without exponent. */
    static String number(double value) {
        return plain(new BigDecimal(Double.toString(value)));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
