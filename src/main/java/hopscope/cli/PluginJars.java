package hopscope.cli;

import hopscope.scenario.PluginProtocol;
import hopscope.scenario.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
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
        checkDistinct(jars);
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
        List<String> classes = classes(jar);
        if (classes.isEmpty()) {
            throw new UserError("--plugin " + jar + ": the jar brings no protocol; expected an entry " + SERVICES
                    + " that names a class");
        }
    }

    /** The classes that the jar names as its protocols. */
    private static List<String> classes(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UserError("--plugin " + jar + ": there is no such file; expected a jar");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry services = zip.getEntry(SERVICES);
            if (services == null) {
                return List.of();
            }
            String text = new String(zip.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UserError("--plugin " + jar + ": this is no jar, or a damaged one (" + e.getMessage() + ")");
        }
    }

    /** Of two classes with one name Java would take the first and say nothing. */
    private static void checkDistinct(List<Path> jars) {
        Map<String, Path> known = new HashMap<>();
        for (Path jar : jars) {
            for (String name : classes(jar)) {
                Path other = known.put(name, jar);
                if (other != null && !other.equals(jar)) {
                    throw new UserError("--plugin " + jar + ": its class " + name + " is in " + other
                            + " as well; expected one of the two, or another package");
                }
            }
        }
    }

    /** Says now what is wrong with the protocols, in the place where they were asked for. */
    private static void checkProtocols(List<Path> jars) {
        try {
            Plugins.all();
        } catch (IllegalArgumentException e) {
            throw new UserError("--plugin " + joined(jars, ", ") + ": " + e.getMessage());
        }
    }

    private static String joined(List<Path> jars, String separator) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(separator));
    }

    /** The options that bring the same jars along, for a command that repeats something; empty without any. */
    static String asText() {
        Path here = Path.of("").toAbsolutePath();
        return Plugins.jars().stream()
                .map(jar -> jar.startsWith(here) ? here.relativize(jar) : jar)
                .map(jar -> " --plugin " + Main.quoted(jar.toString()))
                .collect(Collectors.joining());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
