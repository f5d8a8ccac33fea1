package hopscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A node in a process of its own: a test types commands and waits for lines. */
final class NodeProcess implements AutoCloseable {
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final Process process;
    private final Writer input;

    /** Starts a command line in a folder; both outputs are read. */
    NodeProcess(Path folder, String... command) throws IOException {
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = out.readLine()) != null) {
                add(line);
            }
        } catch (IOException e) {
            add("(its output ended: " + e + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** Types a line. */
    void type(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot type '" + line + "'; printed: " + output(), e);
        }
    }

    /** All lines so far. */
    synchronized List<String> output() {
        return List.copyOf(lines);
    }

    /** Lines so far that a pattern is found in. */
    long count(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return output().stream().filter(line -> pattern.matcher(line).find()).count();
    }

    /** Waits for so many lines that a pattern is found in. */
    synchronized void await(int times, String regex) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count(regex) < times) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(
                        "no " + times + " lines with '" + regex + "' came:\n" + String.join("\n", lines));
            }
            wait(Math.min(left, 1_000));
        }
    }

    /** Waits for a line that a pattern is found in. */
    void await(String regex) throws InterruptedException {
        await(1, regex);
    }

    /** Asks it to stop, as {@code kill} does; answers its exit status. */
    int terminate() throws InterruptedException {
        // Not process.destroy(): that would close its outputs, too.
        process.toHandle().destroy();
        return status();
    }

    /** Ends the input; answers the exit status. */
    int endInput() throws InterruptedException, IOException {
        input.close();
        return status();
    }

    /** Waits for its end. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("still running:\n" + String.join("\n", output()));
        }
        return process.exitValue();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
