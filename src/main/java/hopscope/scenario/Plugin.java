package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.protocol.node.RouterFactory;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A protocol of a plugin, checked, with the identity of its build. Equal to the same protocol of the same build. */
public final class Plugin implements RoutingAlgorithm {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> KEYS_TAKEN = Set.of("name", "use", "plugin");

    private final PluginProtocol<?> protocol;
    private final String label;
    private final Class<? extends ProtocolSettings> settingsType;
    private final String build;

    /**
     * @param build names the build of the code, such as {@code sha256:…}
     * @throws IllegalArgumentException if the protocol is not as {@link PluginProtocol} says; for the user to read
     */
    public Plugin(PluginProtocol<?> protocol, String build) {
        this.protocol = protocol;
        try {
            this.label = protocol.name();
            this.settingsType = protocol.settings();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the plugin's class "
                    + protocol.getClass().getName() + " cannot say its name and settings: it throws " + e);
        }
        this.build = build;
        checkName();
        checkSettings();
    }

    private void checkName() {
        require(
                label != null && NAME.matcher(label).matches(),
                "its name is '" + label
                        + "', expected lower-case letters, digits and hyphens, a letter first, at most 40");
        require(
                Labels.constant(Protocol.class, label).isEmpty(),
                "its name '" + label + "' is that of a protocol of Hopscope, expected another");
    }

    private void checkSettings() {
        require(
                settingsType != null && settingsType.isRecord() && Modifier.isPublic(settingsType.getModifiers()),
                "its settings are " + settingsType + ", expected a public record");
        for (RecordComponent component : settingsType.getRecordComponents()) {
            String key = Labels.key(component.getName());
            require(
                    component.isAnnotationPresent(Setting.class),
                    "its setting '" + key + "' carries no @Setting, expected one on every component");
            require(!KEYS_TAKEN.contains(key), "its setting '" + key + "' has a name that is taken, expected another");
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "the plugin's class " + protocol.getClass().getName() + " cannot be used: " + problem);
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Class<? extends ProtocolSettings> settingsType() {
        return settingsType;
    }

    /** Names the build of its code, such as {@code sha256:…}: results of another build may differ. */
    public String build() {
        return build;
    }

    /**
     * Makes the routers of one run.
     *
     * @param settings of {@link #settingsType}
     */
    public RouterFactory routers(ProtocolSettings settings) {
        return routers(protocol, settings);
    }

    private static <S extends Record & ProtocolSettings> RouterFactory routers(
            PluginProtocol<S> protocol, ProtocolSettings settings) {
        return protocol.routers(protocol.settings().cast(settings));
    }

    /**
     * The protocol under its own name with all settings at their defaults.
     *
     * @throws IllegalArgumentException if a setting must be given; for the user to read
     */
    public ProtocolSpec byDefault() {
        Position nowhere = new Position(label, 0, 0);
        Problems problems = new Problems(label);
        ProtocolSettings settings = new RecordBinder(problems, Path.of(""))
                .bind(new YamlNode.Mapping(nowhere, Map.of()), settingsType, label);
        if (problems.reports() > 0) {
            throw new IllegalArgumentException(label + " has no default for each of its settings: "
                    + problems.sorted().get(0));
        }
        return new ProtocolSpec(label, this, settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plugin that
                && label.equals(that.label)
                && build.equals(that.build)
                && settingsType.getName().equals(that.settingsType.getName());
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label + " of " + protocol.getClass().getName() + ", " + build;
    }
}
