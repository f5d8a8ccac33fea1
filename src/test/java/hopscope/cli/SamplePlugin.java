package hopscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds a plugin as its author would: compiles the sample against Hopscope and packs it into a jar. */
final class SamplePlugin {
    private static final String SERVICES = "META-INF/services/hopscope.scenario.PluginProtocol";

    private SamplePlugin() {}

    static String source() throws IOException {
        try (InputStream in = SamplePlugin.class.getResourceAsStream("/hopscope/plugin/Sample.java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @param changes pairs: a text that occurs in the sample, and what stands in its place; the class may be called Twin */
    static Path jar(Path folder, String name, String... changes) throws IOException {
        String source = source();
        for (int i = 0; i < changes.length; i += 2) {
            if (!source.contains(changes[i])) {
                throw new AssertionError("the sample does not contain " + changes[i]);
            }
            source = source.replace(changes[i], changes[i + 1]);
        }
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        String type = source.contains("class Sample ") ? "Sample" : "Twin";
        compile(source, type, classes);
        Path jar = folder.resolve(name + ".jar");
        pack(classes, "sample." + type, jar);
        return jar;
    }

    private static void compile(String source, String type, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///sample/" + type + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
            throw new AssertionError("the sample does not compile");
        }
    }

    private static void pack(Path classes, String service, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            put(out, SERVICES, (service + "\n").getBytes(StandardCharsets.UTF_8));
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                try {
                    put(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name.toLowerCase(Locale.ROOT).startsWith("meta") ? SERVICES : name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
