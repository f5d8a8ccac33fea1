package hopscope.scenario;

/** What an entry of {@code protocols} may use: one of Hopscope's own protocols, or one of a plugin. */
public sealed interface RoutingAlgorithm permits Protocol, Plugin {
    /** The name in scenario files and results. */
    String label();

    /** The record that holds its settings. */
    Class<? extends ProtocolSettings> settingsType();
}
