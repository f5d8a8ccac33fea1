package hopscope.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.simulation.LinkFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What links were asked to do beside what they did: {@code links.csv}, a part of {@code summary.json}, and a table. */
public final class LinkTables {
    private static final List<Column> COLUMNS = List.of(
            new Column("directions", LinkFigures::directions),
            new Column("frames", LinkFigures::frames),
            new Column("bytes", LinkFigures::bytes),
            new Column("arrived", LinkFigures::arrived),
            new Column("configured_loss", LinkFigures::configuredLoss),
            new Column("measured_loss", LinkFigures::measuredLoss),
            new Column("configured_latency_mean_ms", LinkFigures::configuredMeanMs),
            new Column("measured_latency_mean_ms", LinkFigures::measuredMeanMs),
            new Column("configured_latency_p50_ms", LinkFigures::configuredP50Ms),
            new Column("measured_latency_p50_ms", LinkFigures::measuredP50Ms),
            new Column("configured_latency_p95_ms", LinkFigures::configuredP95Ms),
            new Column("measured_latency_p95_ms", LinkFigures::measuredP95Ms),
            new Column("duplicated", LinkFigures::duplicated),
            new Column("overtaking", LinkFigures::overtaking),
            new Column("damaged", LinkFigures::damaged),
            new Column("queue_drops", LinkFigures::dropped),
            new Column("queue_mean_ms", LinkFigures::queueMeanMs),
            new Column("queue_max_ms", LinkFigures::queueMaxMs),
            new Column("queue_max_frames", LinkFigures::queueMaxFrames));

    private static final int PERCENT = 100;

    private LinkTables() {}

    private record Column(String name, ToDoubleFunction<LinkFigures> value) {}

    /** A row for each run and class of links; classes without links are left out. */
    static String csv(ExperimentResult result) {
        StringBuilder out = new StringBuilder("protocol,replication,class");
        COLUMNS.forEach(column -> out.append(',').append(column.name()));
        out.append('\n');
        for (RunRecord run : result.runs()) {
            for (LinkFigures links : run.measurements().links()) {
                if (links.directions() > 0) {
                    out.append(run.protocol()).append(',').append(run.replication());
                    out.append(',').append(links.className());
                    COLUMNS.forEach(column -> out.append(',')
                            .append(FixedDecimals.text(column.value().applyAsDouble(links))));
                    out.append('\n');
                }
            }
        }
        return out.toString();
    }

    /** Adds an object with, by protocol and class, the mean of each column over the runs that have a value. */
    static void put(ObjectNode root, ExperimentResult result) {
        ObjectNode links = root.putObject("links");
        byProtocol(result).forEach((protocol, classes) -> {
            ObjectNode entry = links.putObject(protocol);
            classes.forEach((name, figures) -> {
                ObjectNode values = entry.putObject(name);
                COLUMNS.forEach(column -> JsonText.putNumber(values, column.name(), mean(figures, column.value())));
            });
        });
    }

    private static Map<String, Map<String, List<LinkFigures>>> byProtocol(ExperimentResult result) {
        Map<String, Map<String, List<LinkFigures>>> all = new LinkedHashMap<>();
        for (RunRecord run : result.runs()) {
            Map<String, List<LinkFigures>> classes =
                    all.computeIfAbsent(run.protocol(), label -> new LinkedHashMap<>());
            for (LinkFigures links : run.measurements().links()) {
                if (links.directions() > 0) {
                    classes.computeIfAbsent(links.className(), name -> new ArrayList<>())
                            .add(links);
                }
            }
        }
        return all;
    }

    private static double mean(List<LinkFigures> figures, ToDoubleFunction<LinkFigures> value) {
        return figures.stream()
                .mapToDouble(value)
                .filter(number -> !Double.isNaN(number))
                .average()
                .orElse(Double.NaN);
    }

    /** Whether the links of a run are of several classes. */
    public static boolean hasClasses(ExperimentResult result) {
        return byProtocol(result).values().stream().anyMatch(classes -> classes.size() > 1);
    }

    /**
     * A table for people, each line ending in a line feed: a row for each protocol and class, means over the runs, what was
     * configured before what was measured. Empty where nothing was measured.
     */
    public static String render(ExperimentResult result) {
        StringBuilder out = new StringBuilder();
        byProtocol(result)
                .forEach((protocol, classes) -> classes.forEach((name, figures) -> {
                    if (out.length() == 0) {
                        appendHead(out);
                    }
                    appendRow(out, protocol, name, figures);
                }));
        return out.toString();
    }

    private static void appendHead(StringBuilder out) {
        out.append("links, configured / measured; measured latency includes waiting and transmission\n");
        out.append(String.format(
                Locale.ROOT,
                "%-24s %-12s %12s %19s %19s %19s %19s %8s\n",
                "protocol",
                "class",
                "frames",
                "loss %",
                "latency mean ms",
                "p50 ms",
                "p95 ms",
                "drops"));
    }

    private static void appendRow(StringBuilder out, String protocol, String name, List<LinkFigures> figures) {
        String drops = String.format(Locale.ROOT, "%,.0f", mean(figures, LinkFigures::dropped));
        out.append(String.format(
                Locale.ROOT,
                "%-24s %-12s %,12.0f %19s %19s %19s %19s %8s\n",
                protocol,
                name,
                mean(figures, LinkFigures::frames),
                pair(
                        PERCENT * mean(figures, LinkFigures::configuredLoss),
                        PERCENT * mean(figures, LinkFigures::measuredLoss)),
                pair(mean(figures, LinkFigures::configuredMeanMs), mean(figures, LinkFigures::measuredMeanMs)),
                pair(mean(figures, LinkFigures::configuredP50Ms), mean(figures, LinkFigures::measuredP50Ms)),
                pair(mean(figures, LinkFigures::configuredP95Ms), mean(figures, LinkFigures::measuredP95Ms)),
                drops));
    }

    private static String pair(double configured, double measured) {
        return List.of(configured, measured).stream()
                .map(number -> Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.3f", number))
                .collect(Collectors.joining(" / "));
    }
}
