package hopscope.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Where the code of a plugin is from.
 *
 * @param type of the plugin's provider
 */
record PluginOrigin(Class<?> type) {
    /** The jar or folder of classes, or {@code null} if the class does not tell. */
    private Path place() {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a plugin's jar cannot be read: " + e.getMessage());
        }
    }

    /** SHA-256 of the jar, or {@code unpacked} for a folder of classes. */
    String build() {
        Path jar = place();
        try {
            if (jar == null || !Files.isRegularFile(jar)) {
                return "unpacked";
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (IOException e) {
            throw new IllegalArgumentException("a plugin's jar cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The class and its jar, for people: {@code sample.Sample of vectors.jar}. */
    @Override
    public String toString() {
        Path place = place();
        return type.getName() + (place == null ? "" : " of " + place.getFileName());
    }

    /** The first line of the plugin's code in a stack trace, as {@code  at sample.Sample.name(Sample.java:7)}; empty if none. */
    String firstLine(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> isOfPlugin(frame.getClassName()))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private boolean isOfPlugin(String className) {
        try {
            Class<?> found = Class.forName(className, false, type.getClassLoader());
            return Objects.equals(
                    found.getProtectionDomain().getCodeSource(),
                    type.getProtectionDomain().getCodeSource());
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a class that the JVM made up, or one that is damaged
        }
    }
}
