package hopscope.cli;

import hopscope.scenario.PluginProtocol;
import hopscope.scenario.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;

/** The jars of {@code --plugin}: for as long as a command runs, its threads see the protocols in them. */
final class PluginJars {
    private static final String SERVICES = "META-INF/services/" + PluginProtocol.class.getName();

    private PluginJars() {}

    /**
     * Does something with the protocols of jars.
     *
     * @throws UserError if a jar is missing or no plugin, or a protocol in it cannot be used
     * @throws Exception what the task throws
     */
    static <T> T with(List<Path> jars, Callable<T> task) throws Exception {
        if (jars.isEmpty()) {
            return task.call();
        }
        jars.forEach(PluginJars::check);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                jars.stream().map(PluginJars::url).toArray(URL[]::new), Main.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            checkProtocols(jars);
            return task.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void check(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UserError("--plugin " + jar + ": there is no such file; expected a jar");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry(SERVICES) == null) {
                throw new UserError("--plugin " + jar + ": the jar brings no protocol; expected an entry " + SERVICES
                        + " that names a class");
            }
        } catch (IOException e) {
            throw new UserError("--plugin " + jar + ": this is no jar (" + e.getMessage() + ")");
        }
    }

    /** Says now what is wrong with the protocols, in the place where they were asked for. */
    private static void checkProtocols(List<Path> jars) {
        try {
            Plugins.all();
        } catch (IllegalArgumentException e) {
            throw new UserError("--plugin "
                    + String.join(", ", jars.stream().map(Path::toString).toList()) + ": " + e.getMessage());
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
