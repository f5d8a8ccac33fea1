package hopscope.scenario;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The protocols of plugins that the calling thread sees: those that {@link ServiceLoader} finds by the thread's context class
 * loader, on the class path or in the jars of {@code --plugin}. Nothing is kept between calls.
 */
public final class Plugins {
    private Plugins() {}

    /**
     * All of them, in the order in which they are found.
     *
     * @throws IllegalArgumentException if one cannot be used, or two have the same name; for the user to read
     */
    public static List<Plugin> all() {
        Map<String, Plugin> plugins = new LinkedHashMap<>();
        try {
            for (PluginProtocol<?> protocol : ServiceLoader.load(PluginProtocol.class)) {
                Plugin plugin = new Plugin(protocol, new PluginOrigin(protocol.getClass()).build());
                Plugin known = plugins.putIfAbsent(plugin.label(), plugin);
                if (known != null) {
                    throw new IllegalArgumentException("two plugins bring a protocol '" + plugin.label() + "': "
                            + known.origin() + ", and " + plugin.origin() + "; expected one");
                }
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new IllegalArgumentException("a plugin cannot be loaded: " + reason(broken));
        }
        return List.copyOf(plugins.values());
    }

    /** What the author or user of a plugin can do something about, from errors that speak the language of class loaders. */
    private static String reason(Throwable broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        String what = broken.getMessage();
        if (broken instanceof ServiceConfigurationError) {
            what = what.substring(what.indexOf(": ") + 2); // the interface is known
            what = what.replace("not a subtype", "does not implement " + PluginProtocol.class.getName());
        }
        if (broken instanceof NoClassDefFoundError || cause instanceof NoClassDefFoundError) {
            Throwable lacking = broken instanceof NoClassDefFoundError ? broken : cause;
            String missing = String.valueOf(lacking.getMessage()).replace('/', '.');
            return "it needs the class " + missing
                    + ", which is neither in a jar of --plugin nor in Hopscope; expected a jar"
                    + " with all that its protocol needs";
        }
        if (cause instanceof UnsupportedClassVersionError) {
            return cause.getMessage() + "; this is Java " + Runtime.version().feature();
        }
        return cause == broken ? what : what + " (" + cause + ")";
    }

    /** The jars of the thread's context class loader that are not on the class path, for processes that are to see the same. */
    public static List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                jars.add(Path.of(URI.create(url.toString())));
            }
        }
        return jars;
    }

    /** The one of a name; throws as {@link #all} does. */
    public static Optional<Plugin> find(String label) {
        return all().stream().filter(plugin -> plugin.label().equals(label)).findFirst();
    }

    /** Their names; throws as {@link #all} does. */
    public static List<String> labels() {
        return all().stream().map(Plugin::label).toList();
    }
}
