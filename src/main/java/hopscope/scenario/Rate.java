package hopscope.scenario;

/**
 * Arrivals per unit of time, written {@code 5/s}, {@code 300/min}.
 *
 * @param perSecond positive
 */
public record Rate(double perSecond) {}
