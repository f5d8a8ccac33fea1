package hopscope.scenario;

/**
 * A link written out: {@code [a, b]} or, with a latency of its own, {@code [a, b, 12ms]}.
 *
 * @param latency one-way latency of this link alone, or {@code null}
 */
public record EdgeSpec(NodeRef a, NodeRef b, TimeSpan latency) {}
