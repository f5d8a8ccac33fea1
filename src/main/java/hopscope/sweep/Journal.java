package hopscope.sweep;

import hopscope.results.ResultFolderException;
import hopscope.scenario.Metric;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The runs that are done, one line each, on disk before anybody hears of them: what a killed sweep had finished is never
 * lost, and a line that was being written is dropped. One process at a time holds a journal.
 */
public final class Journal implements AutoCloseable {
    /** Its name in a sweep's folder. */
    public static final String FILE = "journal.tsv";

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<SweepRun> runs;

    private Journal(Path file, FileChannel channel, FileLock lock, List<SweepRun> runs) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.runs = runs;
    }

    /** The first line: which version wrote it, with which metrics. */
    private static String header() {
        return "# hopscope sweep journal 1: "
                + Arrays.stream(Metric.values()).map(Metric::column).collect(Collectors.joining(" "));
    }

    /**
     * Opens a journal for writing, with what it holds; a line at its end that was cut off is removed.
     *
     * @param file made, with its folders, where it is missing
     * @param anew throw away what it holds
     * @throws ResultFolderException if another process holds it, if it is from another version, or if the system refuses
     */
    public static Journal open(Path file, boolean anew) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = lock(file, channel);
            try {
                if (anew) {
                    channel.truncate(0);
                }
                return filled(file, channel, lock);
            } catch (RuntimeException | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be opened (" + e.getMessage() + ")", e);
        }
    }

    private static FileLock lock(Path file, FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held within this process: the same answer as for another one.
        }
        if (lock == null) {
            channel.close();
            throw new ResultFolderException(file + ": another sweep is writing here");
        }
        return lock;
    }

    private static Journal filled(Path file, FileChannel channel, FileLock lock) throws IOException {
        String text = Files.readString(file);
        int whole = text.lastIndexOf('\n') + 1;
        String kept = text.substring(0, whole);
        List<SweepRun> runs = kept.isEmpty() ? new ArrayList<>() : parse(file, kept);
        channel.truncate(kept.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        Journal journal = new Journal(file, channel, lock, runs);
        if (kept.isEmpty()) {
            journal.write(header());
        }
        return journal;
    }

    /**
     * The runs in a journal that nobody is writing.
     *
     * @throws ResultFolderException if there is none, or it is damaged or from another version
     */
    public static List<SweepRun> read(Path file) {
        try {
            String text = Files.readString(file);
            return parse(file, text.substring(0, text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static List<SweepRun> parse(Path file, String text) {
        String[] lines = text.split("\n");
        if (!lines[0].equals(header())) {
            throw new ResultFolderException(
                    file + ":1: not a journal of this version of Hopscope; start the sweep anew with --force");
        }
        List<SweepRun> runs = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            SweepRun run = JournalLine.parse(lines[i]);
            if (run == null) {
                throw new ResultFolderException(file + ":" + (i + 1) + ": the line is damaged");
            }
            runs.add(run);
        }
        return runs;
    }

    /** The runs that it held when it was opened and those added since, in that order. */
    public synchronized List<SweepRun> runs() {
        return List.copyOf(runs);
    }

    /** Adds a run; when this returns it is on disk. */
    public synchronized void add(SweepRun run) {
        write(JournalLine.text(run));
        runs.add(run);
    }

    private void write(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be closed (" + e.getMessage() + ")", e);
        }
    }
}
