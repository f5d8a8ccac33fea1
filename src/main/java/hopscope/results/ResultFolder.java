package hopscope.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that one scenario's results live in: its file names, and the rule about whose folder it is.
 *
 * <p>A folder belongs to the scenario named in its manifest. The same scenario may write there again, also after its
 * content changed; anything else is refused unless forced: a folder of another scenario, results without a manifest, and
 * files that are not Hopscope's. Hidden files do not count.
 */
public final class ResultFolder {
    public static final String RUNS = "runs.csv";
    public static final String SUMMARY = "summary.json";
    public static final String SERIES = "series.csv";
    public static final String FAULTS = "faults.csv";
    public static final String HOPS = "hops.csv";
    public static final String MANIFEST = "manifest.json";
    public static final String SCENARIO = "scenario.effective.yaml";

    /** Chart files without their ending; each exists as PNG and SVG. */
    public static final List<String> CHARTS =
            List.of("convergence", "convergence-time", "hops", "hops-cdf", "overhead");

    private static final List<String> FILES = List.of(RUNS, SUMMARY, SERIES, FAULTS, HOPS, MANIFEST, SCENARIO);
    private static final int NAMES_SHOWN = 3;

    private ResultFolder() {}

    /**
     * Refuses a folder that must not be overwritten. To be asked before the runs, so that no work is lost; the writer
     * asks again.
     *
     * @param force overwrite Hopscope's own files whomever they belong to; other files are left alone
     * @throws ResultFolderException if the folder belongs to something else, or is a file
     */
    public static void requireUsable(Path folder, String scenarioName, boolean force) {
        if (!Files.exists(folder)) {
            requireWritable(folder);
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new ResultFolderException(folder + ": is a file, expected a folder for results");
        }
        requireWritable(folder);
        if (force) {
            return;
        }
        List<String> names = visibleNames(folder);
        List<String> foreign = names.stream().filter(name -> !isOwn(name)).toList();
        if (!foreign.isEmpty()) {
            throw new ResultFolderException(folder + ": holds files that are not Hopscope's results (" + some(foreign)
                    + "), nothing was written; choose another folder with --out, or --force to write beside them");
        }
        if (names.contains(MANIFEST)) {
            requireSameScenario(folder, scenarioName);
        } else if (!names.isEmpty()) {
            throw new ResultFolderException(folder + ": holds results without a " + MANIFEST
                    + ", so it cannot be told whose they are; choose another folder with --out, or --force to"
                    + " overwrite them");
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

    /** Charts of earlier runs, which would no longer fit the numbers beside them. */
    static List<Path> chartFiles(Path folder) {
        return CHARTS.stream()
                .flatMap(name -> Stream.of(folder.resolve(name + ".png"), folder.resolve(name + ".svg")))
                .toList();
    }

    /**
     * The whole text of a file in the folder.
     *
     * @throws ResultFolderException if it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new ResultFolderException(file + ": not text in UTF-8; the file is damaged", e);
        } catch (IOException e) {
            throw new ResultFolderException(file + ": cannot be read (" + AtomicFile.reason(e) + ")", e);
        }
    }

    private static void requireSameScenario(Path folder, String scenarioName) {
        Path manifest = folder.resolve(MANIFEST);
        String owner = ManifestJson.scenarioName(text(manifest), manifest.toString());
        if (!owner.equals(scenarioName)) {
            throw new ResultFolderException(folder + ": holds the results of scenario '" + owner + "', not of '"
                    + scenarioName + "'; choose another folder with --out, or --force to overwrite them");
        }
    }

    private static boolean isOwn(String name) {
        if (FILES.contains(name)) {
            return true;
        }
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1);
        return dot > 0 && CHARTS.contains(name.substring(0, dot)) && (ending.equals("png") || ending.equals("svg"));
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
