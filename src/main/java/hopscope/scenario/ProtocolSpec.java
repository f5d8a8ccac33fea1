package hopscope.scenario;

/**
 * One of the protocols that a scenario compares: an algorithm with its settings under a name. Any number of entries may
 * use the same algorithm; results go by the name.
 *
 * @param name unique within the scenario: letters, digits, {@code . _ -}
 * @param use which algorithm
 * @param settings of this entry, complete: its own over those under {@code routing}; of {@code use}'s type
 */
public record ProtocolSpec(String name, RoutingAlgorithm use, ProtocolSettings settings) {
    public ProtocolSpec {
        use.settingsType().cast(settings);
    }

    /** The entry that a bare word stands for: the algorithm under its own name, with its settings under routing. */
    public static ProtocolSpec of(Protocol use, RoutingSpec routing) {
        return new ProtocolSpec(use.label(), use, use.settings(routing));
    }

    /**
     * The settings as what they are.
     *
     * @throws ClassCastException if the entry uses another algorithm
     */
    public <T extends ProtocolSettings> T settings(Class<T> type) {
        return type.cast(settings);
    }

    /** The same entry whatever the build of its plugin, if it uses one. */
    ProtocolSpec withoutBuild() {
        return use instanceof Plugin plugin ? new ProtocolSpec(name, plugin.withoutBuild(), settings) : this;
    }

    /** Whether a bare word says it all. */
    boolean isPlain(RoutingSpec routing) {
        return use instanceof Protocol protocol && equals(of(protocol, routing));
    }
}
