package hopscope.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.chart.Charts;
import hopscope.chart.Observations;
import hopscope.chart.SavedCharts;
import hopscope.metrics.Verdict;
import hopscope.results.MetricSummary;
import hopscope.results.ResultFolder;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data of a page about results of {@code hopscope run}. */
final class RunData {
    /** Points of a series beyond these are thinned out: a page has to open on a telephone. */
    private static final int POINTS = 400;

    /** Runs whose series are in the page. */
    private static final int SERIES = 60;

    private RunData() {}

    static void fill(ObjectNode data, Path folder, SavedResults results) {
        data.put("kind", "run");
        data.put("name", results.scenario().name());
        data.put("seed", Long.toString(results.scenario().seed()));
        data.put("hash", results.scenario().hash());
        PageJson.put(data, "duration", results.scenario().durationSeconds());
        ArrayNode faults = data.putArray("faults");
        results.scenario().faultTimesSeconds().forEach(time -> PageJson.add(faults, time));
        results.protocols().forEach(data.putArray("protocols")::add);
        addPlaces(data, results.protocols());
        addMetrics(data.putArray("metrics"));
        addSummary(data.putArray("summary"), results);
        ArrayNode runs = data.putArray("runs");
        results.runs().forEach(run -> addRun(runs.addObject(), run, results));
        ArrayNode hops = data.putArray("hops");
        for (String protocol : results.protocols()) {
            ArrayNode counts = hops.addArray();
            for (long count : results.hopsOf(protocol).counts()) {
                counts.add(count);
            }
        }
        Path links = folder.resolve(ResultFolder.LINKS);
        data.put("links", Files.exists(links) ? ResultFolder.text(links) : "");
        Path scenario = folder.resolve(ResultFolder.SCENARIO);
        data.put("scenario", Files.exists(scenario) ? ResultFolder.text(scenario) : "");
        DeclaredFigures.addTo(data, SavedCharts.of(folder), Observations.of(results));
        data.put("moreToSay", NetworkReplay.moreToSay(folder));
        NetworkReplay.addTo(data, folder, results);
    }

    /** Where protocols are among the colours and symbols: the same as in pictures. */
    static void addPlaces(ObjectNode data, List<String> protocols) {
        ArrayNode places = data.putArray("places");
        for (int place : Charts.places(protocols)) {
            places.add(place);
        }
    }

    static void addMetrics(ArrayNode metrics) {
        for (Metric metric : Metric.values()) {
            metrics.addArray()
                    .add(metric.column())
                    .add(metric.unit())
                    .add(metric.better().name());
        }
    }

    private static void addSummary(ArrayNode table, SavedResults results) {
        for (String protocol : results.protocols()) {
            ObjectNode row = table.addObject();
            row.put("protocol", protocol);
            ObjectNode verdicts = row.putObject("verdicts");
            for (Verdict verdict : Verdict.values()) {
                long count = results.verdictCount(protocol, verdict);
                if (count > 0) {
                    verdicts.put(verdict.label(), count);
                }
            }
            ArrayNode figures = row.putArray("figures");
            for (Metric metric : Metric.values()) {
                addFigures(figures.addArray(), results.summary(protocol, metric));
            }
        }
    }

    /** Replications with a value, those without, mean, and both ends of its confidence interval. */
    static void addFigures(ArrayNode figures, MetricSummary summary) {
        figures.add(summary.n()).add(summary.missing());
        PageJson.add(figures, summary.mean());
        PageJson.add(figures, summary.ciLow());
        PageJson.add(figures, summary.ciHigh());
    }

    private static void addRun(ObjectNode entry, SavedRun run, SavedResults results) {
        entry.put("protocol", results.protocols().indexOf(run.protocol()));
        entry.put("replication", run.replication());
        entry.put("verdict", run.verdict().label());
        entry.put("fingerprint", run.fingerprint());
        ArrayNode values = entry.putArray("values");
        for (Metric metric : Metric.values()) {
            PageJson.add(values, run.value(metric));
        }
        ArrayNode series = entry.putArray("series");
        int size = run.series().size();
        int shown = run.replication() < SERIES / Math.max(1, results.protocols().size()) ? Math.min(POINTS, size) : 0;
        for (int i = 0; i < shown; i++) {
            var point = run.series().get(shown == 1 ? 0 : (int) ((long) i * (size - 1) / (shown - 1)));
            PageJson.add(series, point.timeNanos() / 1e9);
            PageJson.add(series, point.known());
            PageJson.add(series, point.reaching());
            PageJson.add(series, point.optimal());
        }
    }
}
