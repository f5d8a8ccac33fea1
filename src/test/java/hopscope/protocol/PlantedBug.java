package hopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A known bug: in a copy of a source file, a text that occurs once becomes another. Compiled into a folder of its own,
 * from which {@link World} takes the changed class instead of the real one.
 *
 * @param file below {@code src/main/java/hopscope}
 */
public record PlantedBug(String file, String text, String replacement) {
    private static final Path SOURCES = Path.of("src", "main", "java", "hopscope");

    /** Compiles the changed file into a folder. */
    public void compileInto(Path folder) throws Exception {
        String source = Files.readString(SOURCES.resolve(file));
        int at = source.indexOf(text);
        assertThat(at).as("'%s' is in %s", text, file).isNotNegative();
        assertThat(source.lastIndexOf(text)).as("'%s' is there once", text).isEqualTo(at);
        Path changed = Files.createDirectories(folder.resolve("changed"))
                .resolve(SOURCES.resolve(file).getFileName());
        Files.writeString(changed, source.replace(text, replacement));

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classes = Path.of(locationOf(Deadline.class).toURI()).toString();
        String libraries = System.getProperty("java.class.path");
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-cp",
                classes + System.getProperty("path.separator") + libraries,
                "-d",
                folder.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(changed))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    /** Calls a static method in a world of its own; the compiled folder, if there is anything in it, comes first. */
    public static Object call(Path folder, Class<?> type, String method, Object... values) throws Throwable {
        Class<?>[] types = new Class<?>[values.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = values[i].getClass();
        }
        try (World world = new World(folder)) {
            return world.loadClass(type.getName()).getMethod(method, types).invoke(null, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Loads the project's classes itself, all others from its parent. */
    public static final class World extends URLClassLoader {
        /**
         * @param first whose classes come before the project's
         */
        public World(Path first) {
            super(
                    new URL[] {urlOf(first), locationOf(Deadline.class), locationOf(PlantedBug.class)},
                    PlantedBug.class.getClassLoader());
        }

        private static URL urlOf(Path path) {
            try {
                return path.toUri().toURL();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("hopscope.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
