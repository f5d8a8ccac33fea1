package hopscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A shell as a user has it: the launcher, the packaged jar, scenarios and baselines, in a folder of its own. */
final class UserShell {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final long LIMIT_MINUTES = 5;

    private final Path folder;

    /** How a command ended, and what it said. */
    record Outcome(int status, String out, String err) {}

    /** Puts into an empty folder what commands need. */
    UserShell(Path folder) throws IOException {
        this.folder = folder;
        Files.createSymbolicLink(folder.resolve("hopscope"), PROJECT.resolve("hopscope"));
        copy("scenarios");
        copy("results/baselines");
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(PROJECT.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Runs a command of bash to its end, which must come within minutes. */
    Outcome run(String command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LIMIT_MINUTES + " minutes: " + command);
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
