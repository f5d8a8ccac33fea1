package hopscope.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder that one scenario's results live in: its file names, and the {@link FolderRule} about whose it is. */
public final class ResultFolder {
    public static final String RUNS = "runs.csv";
    public static final String SUMMARY = "summary.json";
    public static final String SERIES = "series.csv";
    public static final String FAULTS = "faults.csv";
    public static final String HOPS = "hops.csv";
    public static final String LINKS = "links.csv";

    /** Only for scenarios with a warm-up or batches. */
    public static final String STEADY = "steady.csv";

    public static final String MANIFEST = "manifest.json";
    public static final String SCENARIO = "scenario.effective.yaml";

    /** The page that {@code hopscope report} writes. */
    public static final String REPORT = "report.html";

    /** Chart files without their ending; each exists as PNG and SVG. */
    public static final List<String> CHARTS =
            List.of("convergence", "convergence-time", "hops", "hops-cdf", "overhead");

    /** Whose such a folder is. */
    public static final FolderRule RULE = new FolderRule(files(), MANIFEST, ManifestJson::scenarioName);

    private ResultFolder() {}

    /** Whether a file is a chart or page that somebody asked for: they may lie in any folder of results, and go with them. */
    public static boolean isRequested(String fileName) {
        return fileName.equals(REPORT)
                || fileName.startsWith("chart-") && (fileName.endsWith(".png") || fileName.endsWith(".svg"));
    }

    private static Set<String> files() {
        return Stream.concat(
                        Stream.of(RUNS, SUMMARY, SERIES, FAULTS, HOPS, LINKS, STEADY, MANIFEST, SCENARIO),
                        CHARTS.stream().flatMap(name -> Stream.of(name + ".png", name + ".svg")))
                .collect(Collectors.toUnmodifiableSet());
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
}
