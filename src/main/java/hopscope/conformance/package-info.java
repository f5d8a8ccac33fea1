/**
 * What Hopscope relies on in a routing protocol, as checks that any router must pass: its own, and those of plugins.
 *
 * <p>May import {@code random}, {@code protocol}, {@code topology}, {@code scenario}, {@code simulation} and {@code metrics}.
 * Read first: {@link hopscope.conformance.Conformance}, {@link hopscope.conformance.Rule}.
 */
package hopscope.conformance;
