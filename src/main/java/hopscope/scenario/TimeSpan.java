package hopscope.scenario;

import hopscope.document.BadValue;

/**
 * A duration in virtual time, written with its unit: {@code 500us}, {@code 20ms}, {@code 1.5s}, {@code 2min}, {@code 1h}.
 *
 * @param nanos not negative
 */
public record TimeSpan(long nanos) {
    /**
     * Reads a duration.
     *
     * @throws BadValue that says what was expected
     */
    public static TimeSpan parse(String text) throws BadValue {
        return QuantityParser.timeSpan(text);
    }

    /** The duration in seconds, for people and charts. */
    public double seconds() {
        return nanos / 1e9;
    }
}
