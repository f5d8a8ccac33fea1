package hopscope.scenario;

import hopscope.protocol.node.RouterFactory;

/**
 * A routing protocol from outside of Hopscope: implement this and {@link hopscope.protocol.routing.Router}, name the class in
 * {@code META-INF/services/hopscope.scenario.PluginProtocol} of a jar, and give that to any command by {@code --plugin}. The
 * class is public and has a public constructor without parameters. {@code hopscope conformance NAME --plugin JAR} tells
 * whether Hopscope can rely on the router.
 *
 * @param <S> the settings: a public record whose components each carry {@link Setting} and are of the types that scenarios
 *     know ({@link TimeSpan}, {@link Share}, {@code Integer}, {@code Double}, {@code Boolean}, {@code String}, enums …).
 *     Components that were not given are {@code null} in the canonical constructor, which puts defaults in their place; an
 *     {@link IllegalArgumentException} of it is told to the user
 */
public interface PluginProtocol<S extends Record & ProtocolSettings> {
    /** The name in scenario files: lower-case letters, digits and hyphens, a letter first; none of Hopscope's own. */
    String name();

    /** The record that holds the settings. Keys {@code name}, {@code use} and {@code plugin} are taken. */
    Class<S> settings();

    /**
     * Makes the routers of one run.
     *
     * @param settings complete
     * @return makes the router of one node; all randomness of a router comes from the stream that it is given
     */
    RouterFactory routers(S settings);
}
