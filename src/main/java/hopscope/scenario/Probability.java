package hopscope.scenario;

/**
 * A parameter of a random graph, 0 … 1; written as a plain number or in per cent.
 *
 * @param value 0 … 1
 */
public record Probability(double value) {}
