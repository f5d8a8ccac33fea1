package hopscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder in which {@code ./hopscope} is the program as compiled, for commands that documents and CI files spell out. */
record ProgramFolder(Path path) {
    private static final long LIMIT_MINUTES = 5;

    /** What a command left: its exit status and both outputs. */
    record Outcome(int status, String out, String err) {}

    /** Puts the program into a folder. */
    static ProgramFolder in(Path folder) throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("hopscope"),
                "#!/bin/sh\nexec '" + java() + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' hopscope.cli.Main \"$@\"\n");
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + launcher);
        }
        return new ProgramFolder(folder);
    }

    /** The Java program that this one runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Copies a file or a folder of the project to the same place here. */
    void copy(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = path.resolve(file.toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Runs a command with bash, strict as CI does it. */
    Outcome shell(String command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", command)
                    .directory(path.toFile())
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
