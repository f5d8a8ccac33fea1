/**
 * Files that people write, in YAML: values that know where they stand, and everything wrong with them at once.
 *
 * <p>Holds what the scenario file and the network file have in common: {@code DocumentText} (characters) →
 * {@code YamlReader} (values with positions) → {@code Problems} (lines as {@code file:line:column: what is wrong}).
 *
 * <p>May import nothing of Hopscope, and is the home of the YAML parser. Read first: {@link
 * hopscope.document.YamlNode} and {@link hopscope.document.Problems}.
 */
package hopscope.document;
