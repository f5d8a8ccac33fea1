package hopscope.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

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
        List<Plugin> plugins = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        try {
            for (PluginProtocol<?> protocol : ServiceLoader.load(PluginProtocol.class)) {
                Plugin plugin = new Plugin(protocol, build(protocol.getClass()));
                if (!labels.add(plugin.label())) {
                    throw new IllegalArgumentException(
                            "two plugins bring a protocol '" + plugin.label() + "', expected one");
                }
                plugins.add(plugin);
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            throw new IllegalArgumentException(
                    "a plugin cannot be loaded: " + broken.getMessage() + (cause == broken ? "" : " (" + cause + ")"));
        }
        return plugins;
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

    /** SHA-256 of the jar that a class is from, or {@code unpacked} for a folder of classes. */
    private static String build(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            if (jar == null || !Files.isRegularFile(jar)) {
                return "unpacked";
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("a plugin's jar cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
