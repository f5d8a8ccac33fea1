package hopscope.selftest;

/**
 * What a case is about.
 *
 * @param name short, in lower case with hyphens, unique
 * @param shows what holds if the case passes, in one sentence
 * @param source who says so: theory, RFC section, paper
 */
public record Description(String name, String shows, String source) {}
