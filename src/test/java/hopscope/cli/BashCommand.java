package hopscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Commands that documents spell out, run by bash in a folder to which files of the project have been copied. */
final class BashCommand {
    private static final long LIMIT_MINUTES = 5;

    private BashCommand() {}

    /** How a command ended, and what it said. */
    record Outcome(int status, String out, String err) {}

    /**
     * Runs a command to its end, which must come within minutes.
     *
     * @param bash with its options, up to the one before the command
     */
    static Outcome run(Path folder, List<String> bash, String command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(
                            Stream.concat(bash.stream(), Stream.of(command)).toList())
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

    /** Copies a file or a folder of the project, named from its root, to the same place in a folder. */
    static void copy(String name, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(file.toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
