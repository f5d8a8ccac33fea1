package hopscope.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.compare.SavedComparison;
import hopscope.results.AtomicFile;
import hopscope.results.JsonText;
import hopscope.results.ResultReader;
import hopscope.sweep.SweepFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One HTML file about a folder of results. It holds all it needs, and its policy forbids it any network. The same results
 * make the same bytes.
 */
public final class HtmlReport {
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /** Parts of one function, in the order in which they use each other. */
    private static final List<String> SCRIPTS =
            List.of("page", "charts", "declared", "run", "network", "sweep", "comparison", "start");

    private HtmlReport() {}

    /**
     * Writes the page. For results of {@code run}, replication 0 of each protocol is run again to show the network over
     * time.
     *
     * @param folder that {@code hopscope run}, {@code hopscope sweep} or {@code hopscope compare} wrote
     * @param file replaced where it exists
     * @throws hopscope.results.ResultFolderException if the folder is neither, or is damaged, or the system refuses
     */
    public static void write(Path folder, Path file) {
        ObjectNode data = JsonText.object();
        if (SavedComparison.isIn(folder)) {
            ComparisonData.fill(data, SavedComparison.read(folder));
        } else if (SweepFolder.isSweep(folder)) {
            SweepData.fill(data, SweepFolder.read(folder));
        } else {
            RunData.fill(data, folder, ResultReader.read(folder));
        }
        AtomicFile.write(file, page(data));
    }

    /** The template with its parts in place; each is put where its mark is, and marks inside of parts mean nothing. */
    static String page(ObjectNode data) {
        String template = resource("/hopscope/report/page.html");
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("@@"); at >= 0; at = template.indexOf("@@", from)) {
            int end = template.indexOf("@@", at + 2);
            page.append(template, from, at).append(part(template.substring(at + 2, end), data));
            from = end + 2;
        }
        return page.append(template.substring(from)).toString();
    }

    private static String part(String mark, ObjectNode data) {
        return switch (mark) {
            case "style" -> resource("/hopscope/report/page.css");
            case "charts" -> resource(CHARTS);
            case "data" -> PageJson.text(data);
            case "script" ->
                SCRIPTS.stream()
                        .map(name -> resource("/hopscope/report/" + name + ".js"))
                        .collect(Collectors.joining("\n"));
            default -> throw new IllegalStateException("the template has an unknown mark: " + mark);
        };
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
