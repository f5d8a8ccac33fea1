package hopscope.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import hopscope.scenario.ProtocolSettings;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.RoutingSpec.SourceRouting;

/** {@code summary.json}: every metric of every protocol over its replications, and what its links did. */
final class SummaryJson {
    private SummaryJson() {}

    static String render(SavedResults results, ExperimentResult result) {
        ObjectNode root = JsonText.object();
        root.put("scenario", results.scenario().name());
        root.put("scenario_hash", results.scenario().hash());
        root.put("seed", results.scenario().seed());
        ObjectNode protocols = root.putObject("protocols");
        for (String protocol : results.protocols()) {
            ObjectNode entry = protocols.putObject(protocol);
            entry.put("runs", results.runsOf(protocol).size());
            putFollowedSources(entry, results, result, protocol);
            ObjectNode verdicts = entry.putObject("verdicts");
            for (Verdict verdict : Verdict.values()) {
                verdicts.put(verdict.label(), results.verdictCount(protocol, verdict));
            }
            ObjectNode metrics = entry.putObject("metrics");
            for (Metric metric : Metric.values()) {
                put(metrics.putObject(metric.column()), metric, results.summary(protocol, metric));
            }
            putFaults(entry, results, protocol);
        }
        LinkTables.put(root, result);
        return JsonText.render(root);
    }

    /** Where the routes of some nodes only were followed: how many, for what says something of convergence is of those. */
    private static void putFollowedSources(
            ObjectNode entry, SavedResults results, ExperimentResult result, String protocol) {
        int nodes = (int) results.summary(protocol, Metric.NODES).max();
        ProtocolSettings settings =
                result.scenario().protocol(protocol).map(ProtocolSpec::settings).orElse(null);
        if (settings instanceof SourceRouting spec && spec.followedSourcesOf(nodes) < nodes) {
            entry.put("followed_sources", spec.followedSourcesOf(nodes));
        }
    }

    private static void putFaults(ObjectNode entry, SavedResults results, String protocol) {
        int faults = results.faultCount();
        if (faults > 0) {
            ArrayNode list = entry.putArray("faults");
            for (int fault = 1; fault <= faults; fault++) {
                FaultSummary.of(results.runsOf(protocol), fault).put(list);
            }
        }
    }

    static void put(ObjectNode entry, Metric metric, MetricSummary summary) {
        entry.put("unit", metric.unit());
        entry.put("n", summary.n());
        entry.put("missing", summary.missing());
        JsonText.putNumber(entry, "mean", summary.mean());
        JsonText.putNumber(entry, "sd", summary.sd());
        JsonText.putNumber(entry, "ci95_low", summary.ciLow());
        JsonText.putNumber(entry, "ci95_high", summary.ciHigh());
        JsonText.putNumber(entry, "median", summary.median());
        JsonText.putNumber(entry, "p95", summary.p95());
        JsonText.putNumber(entry, "min", summary.min());
        JsonText.putNumber(entry, "max", summary.max());
    }
}
