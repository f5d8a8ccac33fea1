package hopscope.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process whose outputs are read line by line: a test waits for lines. */
final class LoggedProcess implements AutoCloseable {
    static final long PATIENCE_NANOS = 150_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final Process process;

    LoggedProcess(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        Thread reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
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

    /** All lines so far. */
    synchronized String output() {
        return String.join("\n", lines);
    }

    /** Waits for a line that a pattern is found in; answers what its first group matched, or the whole match. */
    synchronized String await(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        long end = System.nanoTime() + PATIENCE_NANOS;
        int seen = 0;
        while (true) {
            for (; seen < lines.size(); seen++) {
                var matcher = pattern.matcher(lines.get(seen));
                if (matcher.find()) {
                    return matcher.group(Math.min(1, matcher.groupCount()));
                }
            }
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("no line with '" + regex + "' came:\n" + output());
            }
            wait(1_000);
        }
    }

    /** Waits for its end; answers the exit status. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("still running:\n" + output());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processes that it has started itself and that still run. */
    List<ProcessHandle> children() {
        return process.children().filter(ProcessHandle::isAlive).toList();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
