package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.Problems;
import hopscope.document.YamlNode;
import hopscope.protocol.node.RouterFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * @param build names the build of the code, such as {@code sha256:…}; {@code null} where it is of no matter
     * @throws IllegalArgumentException if the protocol is not as {@link PluginProtocol} says; for the user to read
     */
    public Plugin(PluginProtocol<?> protocol, String build) {
        this.protocol = protocol;
        try {
            this.label = protocol.name();
            this.settingsType = protocol.settings();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the plugin's class " + origin()
                    + " cannot say its name and settings: it" + " throws " + e + origin().firstLine(e));
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
            throw new IllegalArgumentException("the plugin's class " + origin() + " cannot be used: " + problem);
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
    public Optional<String> build() {
        return Optional.ofNullable(build);
    }

    /** The same protocol, whatever its build. */
    Plugin withoutBuild() {
        return new Plugin(protocol, null);
    }

    /** Class and jar, for people. */
    PluginOrigin origin() {
        return new PluginOrigin(protocol.getClass());
    }

    /**
     * Makes the routers of one run; whatever they throw is a {@link PluginFailure}.
     *
     * @param settings of {@link #settingsType}
     * @throws PluginFailure if the plugin throws
     */
    public RouterFactory routers(ProtocolSettings settings) {
        RouterFactory bare = bareRouters(settings);
        return (self, neighbours, random, storage) -> {
            try {
                return new PluginRouter(this, neighbours, bare.create(self, neighbours, random, storage));
            } catch (RuntimeException | Error e) {
                throw failure("the making of a router", e);
            }
        };
    }

    /**
     * Makes routers as the plugin does, for somebody who watches what they answer and throw.
     *
     * @param settings of {@link #settingsType}
     * @throws PluginFailure if the plugin throws
     */
    public RouterFactory bareRouters(ProtocolSettings settings) {
        try {
            return Objects.requireNonNull(routers(protocol, settings), "routers() gives null");
        } catch (RuntimeException | Error e) {
            throw failure("routers", e);
        }
    }

    private static <S extends Record & ProtocolSettings> RouterFactory routers(
            PluginProtocol<S> protocol, ProtocolSettings settings) {
        return protocol.routers(protocol.settings().cast(settings));
    }

    /**
     * What to throw in place of something that the plugin's code threw.
     *
     * @param where what was asked of the plugin
     * @throws Error if it says something of the virtual machine rather than of the plugin
     */
    PluginFailure failure(String where, Throwable thrown) {
        if (thrown instanceof PluginFailure known) {
            return known;
        }
        if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
            throw (VirtualMachineError) thrown;
        }
        return new PluginFailure(
                "the plugin's protocol '" + label + "' (" + origin() + ") failed in " + where + ": " + thrown
                        + origin().firstLine(thrown),
                thrown);
    }

    /**
     * What to throw where a router breaks a rule that nothing works without.
     *
     * @param what it does, as a verb with all that follows
     */
    PluginFailure broken(String what) {
        return new PluginFailure("the plugin's protocol '" + label + "' (" + origin() + ") " + what, null);
    }

    /**
     * Asks settings once for all that they are asked for later.
     *
     * @throws PluginFailure if one of the answers is an exception, or there is no interval
     */
    void checkAnswers(ProtocolSettings settings) {
        try {
            if (settings.interval() == null || settings.interval().nanos() <= 0 || settings.metric() == null) {
                throw broken("has settings without an interval above 0, or without a metric: " + settings);
            }
            settings.carriesPath();
            for (ScenarioKey key : ScenarioKeys.keys(settingsType)) {
                key.valueIn((Record) settings);
            }
        } catch (RuntimeException | Error e) {
            boolean isReflected = e.getCause() instanceof InvocationTargetException;
            throw failure("its settings", isReflected ? e.getCause().getCause() : e);
        }
    }

    /**
     * The protocol under its own name with all settings at their defaults.
     *
     * @throws IllegalArgumentException if a setting must be given; for the user to read
     */
    public ProtocolSpec byDefault() {
        Position nowhere = new Position(label, 0, 0);
        Problems problems = new Problems(label);
        ProtocolSettings settings = bound(problems, nowhere);
        if (problems.reports() > 0) {
            throw new IllegalArgumentException(label + " has no default for each of its settings: "
                    + problems.sorted().get(0));
        }
        return new ProtocolSpec(label, this, settings);
    }

    private ProtocolSettings bound(Problems problems, Position nowhere) {
        try {
            return new RecordBinder(problems, Path.of(""))
                    .bind(new YamlNode.Mapping(nowhere, Map.of()), settingsType, label);
        } catch (RefusedSettings refused) {
            throw new IllegalArgumentException(refused.told(this));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plugin that
                && label.equals(that.label)
                && Objects.equals(build, that.build)
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
