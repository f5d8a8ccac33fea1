package hopscope.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.check.Baseline.ProtocolBaseline;
import hopscope.check.Baseline.Run;
import hopscope.metrics.Verdict;
import hopscope.results.AtomicFile;
import hopscope.results.FixedDecimals;
import hopscope.results.JsonText;
import hopscope.results.MetricSummary;
import hopscope.results.ResultFolderException;
import hopscope.scenario.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A baseline as a JSON file, made to be committed: stable order, one line per run and metric, the same bytes for the same
 * results. Mean, sd, n and missing stand there for people who read a diff; only the samples are read back. Version 1, which
 * had no version, held as many runs as the scenario has replications: too few to tell a regression from chance.
 */
public final class BaselineFile {
    private static final int VERSION = 2;

    /** For scenarios with several faults; not in files from before they were judged by themselves. */
    private static final String FAULTS = "faults";

    private BaselineFile() {}

    /** The file of a scenario's baseline in a folder of baselines. */
    public static Path in(Path folder, String scenarioName) {
        return folder.resolve(scenarioName + ".json");
    }

    /**
     * Writes a baseline, atomically.
     *
     * @throws ResultFolderException if the system refuses
     */
    public static void write(Baseline baseline, Path file) {
        AtomicFile.write(file, render(baseline));
    }

    /**
     * Reads a baseline.
     *
     * @throws ResultFolderException if the file cannot be read or is damaged; names the file
     */
    public static Baseline read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ResultFolderException(file + ": the baseline cannot be read", e);
        }
    }

    /**
     * How many replications the baseline in a file has, also if it lacks metrics that came later; 0 if there is none, or
     * none that tells.
     */
    public static int replicationsIn(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            JsonNode root = JsonText.parse(Files.readString(file), file.toString());
            int runs = 0;
            for (JsonNode protocol : root.path("protocols")) {
                runs = Math.max(runs, protocol.path("fingerprints").size());
            }
            return root.path("version").asInt() == VERSION ? runs : 0;
        } catch (IOException | ResultFolderException damaged) {
            return 0; // it is about to be written anew
        }
    }

    static String render(Baseline baseline) {
        ObjectNode root = JsonText.object();
        root.put("version", VERSION);
        root.put("scenario", baseline.scenario());
        root.put("scenario_hash", baseline.scenarioHash());
        ObjectNode protocols = root.putObject("protocols");
        for (ProtocolBaseline protocol : baseline.protocols()) {
            ObjectNode entry = protocols.putObject(protocol.protocol());
            ArrayNode verdicts = entry.putArray("verdicts");
            protocol.runs().forEach(run -> verdicts.add(run.verdict().label()));
            ArrayNode fingerprints = entry.putArray("fingerprints");
            protocol.runs().forEach(run -> fingerprints.add(run.fingerprint()));
            ObjectNode metrics = entry.putObject("metrics");
            for (Metric metric : Metric.values()) {
                put(metrics.putObject(metric.column()), protocol, new Measure(metric, 0));
            }
            putFaults(entry, protocol, baseline.faultCount());
        }
        return JsonText.render(root);
    }

    private static void putFaults(ObjectNode entry, ProtocolBaseline protocol, int faultCount) {
        if (faultCount > 0) {
            ArrayNode faults = entry.putArray(FAULTS);
            for (int fault = 1; fault <= faultCount; fault++) {
                ObjectNode metrics = faults.addObject();
                for (Metric metric : Measure.OF_FAULTS) {
                    put(metrics.putObject(metric.column()), protocol, new Measure(metric, fault));
                }
            }
        }
    }

    private static void put(ObjectNode node, ProtocolBaseline protocol, Measure measure) {
        MetricSummary summary = protocol.summary(measure);
        JsonText.putNumber(node, "mean", summary.mean());
        JsonText.putNumber(node, "sd", summary.sd());
        node.put("n", summary.n());
        node.put("missing", summary.missing());
        ArrayNode samples = node.putArray("samples");
        protocol.runs().forEach(run -> samples.add(FixedDecimals.decimal(run.values()[measure.index()])));
    }

    static Baseline parse(String text, String fileName) {
        JsonNode root = JsonText.parse(text, fileName);
        if (root.path("version").asInt() != VERSION) {
            throw new ResultFolderException(fileName + ": is a baseline of version "
                    + root.path("version").asInt(1) + ", expected " + VERSION
                    + "; 'hopscope check --update SCENARIO' writes it anew");
        }
        List<ProtocolBaseline> protocols = new ArrayList<>();
        JsonNode entries = child(root, "protocols", fileName);
        entries.properties()
                .forEach(
                        entry -> protocols.add(new ProtocolBaseline(entry.getKey(), runs(entry.getValue(), fileName))));
        return new Baseline(
                child(root, "scenario", fileName).asText(),
                child(root, "scenario_hash", fileName).asText(),
                protocols);
    }

    private static List<Run> runs(JsonNode entry, String fileName) {
        JsonNode fingerprints = child(entry, "fingerprints", fileName);
        JsonNode verdicts = sized(child(entry, "verdicts", fileName), "verdicts", fingerprints.size(), fileName);
        JsonNode metrics = child(entry, "metrics", fileName);
        JsonNode faults = entry.path(FAULTS);
        List<Run> runs = new ArrayList<>();
        for (int r = 0; r < fingerprints.size(); r++) {
            List<Measure> measures = Measure.of(faults.size());
            double[] values = new double[measures.size()];
            for (Measure measure : measures) {
                JsonNode holder = measure.fault() == 0 ? metrics : faults.get(measure.fault() - 1);
                JsonNode samples = child(child(holder, measure.metric().column(), fileName), "samples", fileName);
                JsonNode sample = sized(samples, measure.label(), fingerprints.size(), fileName)
                        .get(r);
                values[measure.index()] = number(sample, measure, fileName);
            }
            Verdict verdict = verdict(verdicts.get(r).asText(), fileName);
            runs.add(new Run(r, verdict, fingerprints.get(r).asText(), values));
        }
        return runs;
    }

    private static double number(JsonNode sample, Measure measure, String fileName) {
        if (sample.isNull()) {
            return Double.NaN;
        }
        if (!sample.isNumber()) {
            throw damaged(fileName, measure.label() + " has the sample " + sample + ", expected a number or null");
        }
        return sample.asDouble();
    }

    private static Verdict verdict(String label, String fileName) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst()
                .orElseThrow(() -> damaged(fileName, "unknown verdict '" + label + "'"));
    }

    private static JsonNode child(JsonNode node, String name, String fileName) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            throw damaged(fileName, "'" + name + "' is missing");
        }
        return child;
    }

    private static JsonNode sized(JsonNode array, String name, int size, String fileName) {
        if (!array.isArray() || array.size() != size) {
            throw damaged(
                    fileName, "'" + name + "' has " + array.size() + " entries, expected one per run (" + size + ")");
        }
        return array;
    }

    private static ResultFolderException damaged(String fileName, String what) {
        return new ResultFolderException(fileName + ": " + what
                + "; the baseline is damaged or from another version, 'hopscope check --update'" + " writes it anew");
    }
}
