package hopscope.scenario;

/**
 * A node by the name that the topology gives it; in generated networks the names are {@code 0, 1, 2, …}.
 *
 * @param name as written
 */
public record NodeRef(String name) {}
