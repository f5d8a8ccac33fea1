package hopscope.conformance;

/**
 * A rule that a protocol broke.
 *
 * @param rule which
 * @param where the run in which it did, with its seed
 * @param what in words
 */
public record Violation(Rule rule, String where, String what) {}
