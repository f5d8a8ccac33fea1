package hopscope.scenario;

/**
 * A number of bytes, written {@code 1500B} or {@code 4KiB}.
 *
 * @param bytes not negative
 */
public record Size(int bytes) {}
