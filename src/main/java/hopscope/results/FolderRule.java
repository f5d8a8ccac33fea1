package hopscope.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The rule about whose a folder of results is. A folder belongs to the scenario named in one of its files. The same
 * scenario may write there again, also after its content changed; anything else is refused unless forced: a folder of
 * another scenario, results that do not say whose they are, and files of any other kind. Hidden files do not count.
 *
 * @param files names of all files that such a folder may hold
 * @param ownerFile the one that names the scenario: written last, removed first
 * @param owner reads that name
 */
public record FolderRule(Set<String> files, String ownerFile, Owner owner) {
    private static final int NAMES_SHOWN = 3;

    public FolderRule {
        files = Set.copyOf(files);
    }

    /** Tells whose results a file belongs to. */
    @FunctionalInterface
    public interface Owner {
        /**
         * The name of the scenario.
         *
         * @param fileName named in messages
         * @throws ResultFolderException if the text does not say
         */
        String scenarioIn(String text, String fileName);
    }

    /**
     * Refuses a folder that must not be overwritten. To be asked before the runs, so that no work is lost; the writer
     * asks again. The folder is made where it is missing.
     *
     * @param force overwrite the rule's own files whomever they belong to; other files are left alone
     * @throws ResultFolderException if the folder belongs to something else, or is a file
     */
    public void requireUsable(Path folder, String scenarioName, boolean force) {
        boolean isNew = !Files.exists(folder);
        if (!isNew && !Files.isDirectory(folder)) {
            throw new ResultFolderException(folder + ": is a file, expected a folder for results");
        }
        requireWritable(folder);
        if (isNew || force) {
            return;
        }
        List<String> names = visibleNames(folder);
        List<String> foreign = names.stream().filter(name -> !isOurs(name)).toList();
        if (!foreign.isEmpty()) {
            throw new ResultFolderException(folder + ": holds files that are not such results (" + some(foreign)
                    + "), nothing was written; choose another folder with --out, or --force to write beside them");
        }
        if (names.contains(ownerFile)) {
            requireSameScenario(folder, scenarioName);
        } else if (!names.isEmpty()) {
            throw new ResultFolderException(folder + ": holds results without a " + ownerFile
                    + ", so it cannot be told whose they are; choose another folder with --out, or --force to"
                    + " overwrite them");
        }
    }

    /**
     * Removes all results, so that those of two runs are never mixed: what names the owner first, so that a folder that is
     * not finished belongs to nobody.
     */
    public void clear(Path folder) {
        remove(folder.resolve(ownerFile));
        files.forEach(name -> remove(folder.resolve(name)));
        visibleNames(folder).stream().filter(ResultFolder::isRequested).forEach(name -> remove(folder.resolve(name)));
    }

    private boolean isOurs(String name) {
        return files.contains(name) || ResultFolder.isRequested(name);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be removed (" + AtomicFile.reason(e) + ")", e);
        }
    }

    /** Makes the folder if need be and tries to write to it: better now than after hours of runs. */
    private static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".probe", ".tmp"));
        } catch (IOException e) {
            throw new ResultFolderException(folder + ": cannot be written to (" + AtomicFile.reason(e) + ")", e);
        }
    }

    private void requireSameScenario(Path folder, String scenarioName) {
        Path file = folder.resolve(ownerFile);
        String holder = owner.scenarioIn(ResultFolder.text(file), file.toString());
        if (!holder.equals(scenarioName)) {
            throw new ResultFolderException(folder + ": holds the results of scenario '" + holder + "', not of '"
                    + scenarioName + "'; choose another folder with --out, or --force to overwrite them");
        }
    }

    private static List<String> visibleNames(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean regular = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
                if (!name.startsWith(".")) {
                    names.add(regular ? name : name + "/");
                }
            }
        } catch (IOException e) {
            throw new ResultFolderException(folder + ": cannot be read (" + AtomicFile.reason(e) + ")", e);
        }
        Collections.sort(names);
        return names;
    }

    private static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? shown + ", …" : shown;
    }
}
