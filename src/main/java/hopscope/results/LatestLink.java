package hopscope.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * {@code latest} beside the result folders: a symbolic link to the one written last, or the file {@code latest.txt} with
 * its name where links are not possible. Whatever else goes by that name is left alone.
 */
public final class LatestLink {
    private static final String NAME = "latest";
    private static final String FALLBACK = "latest.txt";

    private LatestLink() {}

    /** Points the link beside a result folder at it; where that cannot be done, nothing happens. */
    public static void pointTo(Path resultFolder) {
        Path folder = resultFolder.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null || folder.getFileName().toString().equals(NAME)) {
            return;
        }
        Path link = parent.resolve(NAME);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !isOurs(link)) {
            return;
        }
        Path temporary = AtomicFile.temporaryBeside(link);
        try {
            Files.deleteIfExists(temporary);
            Files.createSymbolicLink(temporary, folder.getFileName());
            AtomicFile.move(temporary, link);
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            writeFallback(parent.resolve(FALLBACK), folder.getFileName() + "\n");
        }
    }

    /** The results are written: a folder beside them that we may not write to must not make a failure of that. */
    private static void writeFallback(Path file, String text) {
        try {
            AtomicFile.write(file, text);
        } catch (ResultFolderException e) {
            // Only a convenience is missing.
        }
    }

    /** A link to nowhere, or to a folder with a manifest of ours. */
    private static boolean isOurs(Path link) {
        return Files.isSymbolicLink(link) && (!Files.exists(link) || Files.exists(link.resolve(ResultFolder.MANIFEST)));
    }
}
