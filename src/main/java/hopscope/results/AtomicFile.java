package hopscope.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files: a reader sees the old content or the new one, never a part. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes text in UTF-8; see {@link #write(Path, byte[])}. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes to a hidden temporary file beside the target and moves it there. Missing parent folders are made.
     *
     * @throws ResultFolderException if the system refuses
     */
    public static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path temporary = temporaryBeside(target);
        try {
            Files.createDirectories(target.getParent());
            try {
                Files.write(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be written (" + reason(e) + ")", e);
        }
    }

    /** A name that no other process uses at this time. */
    static Path temporaryBeside(Path target) {
        return target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What the system reported, for a message; the exception's own text is often just the path again. */
    static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        String words = kind.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
        String detail = e instanceof java.nio.file.FileSystemException system ? system.getReason() : e.getMessage();
        return detail == null ? words : detail;
    }
}
