package hopscope.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.results.ExperimentResult.HostFigures;
import hopscope.scenario.Plugin;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code manifest.json}: which scenario the folder belongs to, and everything that depends on the host, the day or the
 * machine's mood. No other file of the folder holds such figures.
 */
final class ManifestJson {
    private static final String DAMAGED = "; the file is damaged or not Hopscope's";

    private ManifestJson() {}

    /** @param plugins whose protocols ran */
    static String render(ScenarioFacts scenario, List<Plugin> plugins, Provenance provenance, HostFigures host) {
        ObjectNode root = JsonText.object();
        ObjectNode about = root.putObject("scenario");
        about.put("name", scenario.name());
        about.put("hash", scenario.hash());
        about.put("seed", scenario.seed());
        JsonText.putNumber(about, "duration_s", scenario.durationSeconds());
        ArrayNode faults = about.putArray("faults_at_s");
        scenario.faultTimesSeconds().forEach(at -> faults.add(FixedDecimals.decimal(at)));
        ArrayNode protocols = about.putArray("protocols");
        scenario.protocols().forEach(protocols::add);
        if (!plugins.isEmpty()) {
            ObjectNode builds = root.putObject("plugins");
            plugins.forEach(plugin -> builds.put(plugin.label(), plugin.build().orElseThrow()));
        }
        if (!provenance.scenarioFolder().isEmpty()) {
            root.put("scenario_folder", provenance.scenarioFolder());
        }
        root.put("hopscope_version", HopscopeVersion.current());
        putHost(root.putObject("host"), provenance, host);
        return JsonText.render(root);
    }

    private static void putHost(ObjectNode node, Provenance provenance, HostFigures host) {
        double wallSeconds = host.wallNanos() / 1e9;
        node.put("java_version", System.getProperty("java.version", "unknown"));
        node.put("java_vendor", System.getProperty("java.vendor", "unknown"));
        node.put("os", System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", ""));
        node.put("processors", Runtime.getRuntime().availableProcessors());
        node.put("jobs", host.jobs());
        node.put("started_at", provenance.startedAt().toString());
        JsonText.putNumber(node, "wall_s", wallSeconds);
        node.put("events", host.events());
        double rate = host.wallNanos() > 0 ? Math.rint(host.events() / wallSeconds) : Double.NaN;
        JsonText.putNumber(node, "events_per_second", rate);
        node.put("peak_heap_bytes", host.peakHeapBytes());
    }

    /**
     * Reads the scenario's facts back.
     *
     * @param fileName named in messages
     */
    static ScenarioFacts parse(String text, String fileName) {
        JsonNode about = JsonText.parse(text, fileName).path("scenario");
        List<Double> faults = new ArrayList<>();
        required(about, "faults_at_s", fileName).forEach(at -> faults.add(at.asDouble()));
        List<String> protocols = new ArrayList<>();
        required(about, "protocols", fileName).forEach(name -> protocols.add(name.asText()));
        return new ScenarioFacts(
                required(about, "name", fileName).asText(),
                required(about, "hash", fileName).asText(),
                required(about, "seed", fileName).asLong(),
                required(about, "duration_s", fileName).asDouble(),
                faults,
                protocols);
    }

    /** The name of the scenario alone, so that a manifest of another version still tells whose folder it is. */
    static String scenarioName(String text, String fileName) {
        return required(JsonText.parse(text, fileName).path("scenario"), "name", fileName)
                .asText();
    }

    private static JsonNode required(JsonNode about, String name, String fileName) {
        JsonNode value = about.get(name);
        if (value == null || value.isNull()) {
            throw new ResultFolderException(fileName + ": scenario." + name + " is missing" + DAMAGED);
        }
        return value;
    }
}
