package hopscope.tcp;

import hopscope.protocol.StableStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Keeps on disk what outlives a node, in a small text file that its owner alone may read. The file is replaced as a whole
 * and forced to the disk before a number may be used; it holds the old content or the new one whenever the process or the
 * machine dies. It reserves ahead – ten seconds of message ids, 64 sequence numbers – so that it is seldom written.
 *
 * <p>While it is open no other process may open it: two nodes of one id would use the same numbers. Not thread-safe.
 */
public final class StateFile implements StableStorage, AutoCloseable {
    private static final String TITLE = "hopscope-state 1";
    private static final String NODE = "node ";
    private static final int MAX_LENGTH_BYTES = 4_096;

    /** Ten seconds: one write in that time while messages are sent. */
    private static final long MILLIS_AHEAD = 10_000;

    /** A node that lives quietly numbers a record every few minutes. */
    private static final long SEQUENCES_AHEAD = 64;

    private final Path file;
    private final int nodeId;
    private final Consumer<String> complaints;
    private final FileChannel lock;
    private final long[] reserved = new long[Series.values().length];
    private boolean failing;

    private StateFile(Path file, int nodeId, Consumer<String> complaints, FileChannel lock) {
        this.file = file;
        this.nodeId = nodeId;
        this.complaints = complaints;
        this.lock = lock;
        Arrays.fill(reserved, NONE);
    }

    /**
     * Opens the state of a node, and locks it. A file that is not there is the state of a node that never lived; missing
     * folders are made.
     *
     * @param nodeId whose state it must be
     * @param complaints told, for people, when it begins to fail to be written
     * @throws IOException if it is damaged, of another node, in use, or not accessible; for the user to read
     */
    public static StateFile open(Path file, int nodeId, Consumer<String> complaints) throws IOException {
        FileChannel lock = lock(file);
        try {
            StateFile state = new StateFile(file, nodeId, complaints, lock);
            if (Files.exists(file)) {
                state.read();
            }
            // Now, not at the first message, is the time to learn that it cannot be written.
            state.write();
            return state;
        } catch (IOException e) {
            lock.close();
            throw explained(file, e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException(file + ": in use; does this node run already?", e);
        } catch (IOException e) {
            throw explained(file, e);
        }
    }

    private static IOException explained(Path file, IOException cause) {
        String text = String.valueOf(cause.getMessage());
        String prefix = file + ":";
        return text.startsWith(prefix)
                ? cause
                : new IOException(
                        prefix + " the node's state cannot be kept there ("
                                + cause.getClass().getSimpleName().replace("Exception", "") + ": " + text + ")",
                        cause);
    }

    private void read() throws IOException {
        List<String> lines = Files.size(file) > MAX_LENGTH_BYTES
                ? List.of()
                : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(TITLE)) {
            throw damaged(1, "expected '" + TITLE + "'");
        }
        if (lines.size() < 2 || !lines.get(1).equals(NODE + nodeId)) {
            throw damaged(2, "expected '" + NODE + nodeId + "'");
        }
        for (int i = 2; i < lines.size(); i++) {
            readNumber(i + 1, lines.get(i));
        }
    }

    private void readNumber(int number, String line) throws IOException {
        for (Series series : Series.values()) {
            String name = name(series) + " ";
            if (line.startsWith(name) && line.substring(name.length()).matches("[0-9]{1,18}")) {
                long value = Long.parseLong(line.substring(name.length()));
                if (value <= series.max()) {
                    reserved[series.ordinal()] = value;
                    return;
                }
            }
        }
        throw damaged(number, "expected the name of a series and a number");
    }

    private IOException damaged(int line, String expected) {
        return new IOException(file + ":" + line + ": not the state of node " + nodeId + "; " + expected
                + ". Without it message ids may repeat if the clock was set back");
    }

    private static String name(Series series) {
        return series.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public long reserved(Series series) {
        return reserved[series.ordinal()];
    }

    /** See {@link StableStorage#reserve}; waits for the disk unless the number was reserved before. */
    @Override
    public long reserve(Series series, long number) {
        long before = reserved[series.ordinal()];
        if (number <= before || number > series.max()) {
            return before;
        }
        long ahead = series == Series.MESSAGE_ID_MILLIS ? MILLIS_AHEAD : SEQUENCES_AHEAD;
        reserved[series.ordinal()] = Math.min(number + ahead, series.max());
        try {
            write();
            failing = false;
        } catch (IOException e) {
            reserved[series.ordinal()] = before;
            if (!failing) {
                complaints.accept(explained(file, e).getMessage());
            }
            failing = true;
        }
        return reserved[series.ordinal()];
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder(TITLE + "\n" + NODE + nodeId + "\n");
        for (Series series : Series.values()) {
            if (reserved[series.ordinal()] != NONE) {
                text.append(name(series))
                        .append(' ')
                        .append(reserved[series.ordinal()])
                        .append('\n');
            }
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
    }

    /** The new name must reach the disk, too. Where folders cannot be forced, the file system sees to it. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Lets others open it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
            return;
        }
    }
}
