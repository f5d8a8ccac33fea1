package hopscope.scenario;

/**
 * A duration in virtual time, written with its unit: {@code 500us}, {@code 20ms}, {@code 1.5s}, {@code 2min}, {@code 1h}.
 *
 * @param nanos not negative
 */
public record TimeSpan(long nanos) {
    /** The duration in seconds, for people and charts. */
    public double seconds() {
        return nanos / 1e9;
    }
}
