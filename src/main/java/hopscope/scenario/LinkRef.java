package hopscope.scenario;

/**
 * A link by its ends, {@code [a, b]}; where a direction is meant, from {@code a} to {@code b}.
 *
 * @param a one end
 * @param b another node
 */
public record LinkRef(NodeRef a, NodeRef b) {}
