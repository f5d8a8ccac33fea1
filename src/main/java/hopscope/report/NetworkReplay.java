package hopscope.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.chart.TopologyPicture;
import hopscope.document.YamlNode;
import hopscope.experiment.Experiment;
import hopscope.experiment.RunSeeds;
import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.metrics.RunMetrics;
import hopscope.report.RouteTimeline.Moment;
import hopscope.results.ResultFolder;
import hopscope.results.ResultReader;
import hopscope.results.SavedResults;
import hopscope.results.SavedRun;
import hopscope.scenario.LoadedScenario;
import hopscope.scenario.ProtocolSpec;
import hopscope.scenario.ScenarioException;
import hopscope.scenario.ScenarioLoader;
import hopscope.scenario.TopologyFactory;
import hopscope.scenario.TopologySpec;
import hopscope.simulation.Simulation;
import hopscope.topology.ImportedTopology;
import hopscope.topology.Topology;
import hopscope.topology.TopologyAttributes;
import hopscope.topology.TopologyFormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The network of saved results over time: replication 0 of each protocol is run again from the effective scenario, which
 * costs as much as it did then, and counts only if its fingerprint is the saved one.
 */
final class NetworkReplay {
    private static final int BY_CHANGES = 44;
    private static final int BY_TIME = 16;

    private NetworkReplay() {}

    /** Adds {@code network} and {@code timelines} to the data, or under {@code noNetwork} why there are none. */
    static void addTo(ObjectNode data, Path folder, SavedResults results) {
        try {
            Path file = folder.resolve(ResultFolder.SCENARIO);
            Path base = ResultReader.scenarioFolder(folder);
            LoadedScenario loaded = ScenarioLoader.load(file.toString(), ResultFolder.text(file), base, List.of());
            ArrayNode timelines = data.arrayNode();
            for (ProtocolSpec protocol : loaded.scenario().protocols()) {
                String refusal = addTimeline(timelines, loaded, protocol, results);
                if (refusal != null) {
                    data.put("noNetwork", refusal);
                    return;
                }
            }
            addNetwork(data.putObject("network"), loaded, base);
            data.set("timelines", timelines);
        } catch (ScenarioException e) {
            data.put("noNetwork", "The scenario cannot be read again: " + e.getMessage());
        }
    }

    /**
     * What a command has to say beside the effective scenario: where the network file is, from the folder of the results,
     * and that a protocol comes from a plugin; empty for neither.
     */
    static String moreToSay(Path folder) {
        try {
            Path file = folder.resolve(ResultFolder.SCENARIO);
            YamlNode scenario = ScenarioLoader.document(file, List.of());
            return scenario instanceof YamlNode.Mapping mapping ? fileSetting(folder, mapping) + plugin(mapping) : "";
        } catch (ScenarioException | IllegalArgumentException e) {
            return ""; // said where the network would be
        }
    }

    private static String fileSetting(Path folder, YamlNode.Mapping scenario) {
        if (scenario.value("topology") instanceof YamlNode.Mapping topology
                && topology.value("file") instanceof YamlNode.Scalar name) {
            Path network = ResultReader.scenarioFolder(folder).resolve(name.text());
            return " --set topology.file="
                    + folder.normalize()
                            .relativize(network.normalize())
                            .toString()
                            .replace('\\', '/');
        }
        return "";
    }

    private static String plugin(YamlNode.Mapping scenario) {
        return scenario.value("protocols") instanceof YamlNode.Sequence protocols
                        && protocols.items().stream()
                                .anyMatch(
                                        item -> item instanceof YamlNode.Mapping entry && entry.value("plugin") != null)
                ? " --plugin JAR"
                : "";
    }

    private static void addNetwork(ObjectNode network, LoadedScenario loaded, Path base) {
        Topology topology = loaded.topology();
        double[][] places = TopologyPicture.places(new ImportedTopology(topology, null, attributes(loaded, base)));
        ArrayNode nodes = network.putArray("nodes");
        for (int node = 0; node < topology.nodeCount(); node++) {
            nodes.addArray()
                    .add(topology.name(node))
                    .add(thousandths(places[0][node]))
                    .add(thousandths(places[1][node]));
        }
        ArrayNode links = network.putArray("links");
        for (int link = 0; link < topology.linkCount(); link++) {
            links.addArray().add(topology.endA(link)).add(topology.endB(link));
        }
    }

    /** What the network file says of the nodes that are simulated: their coordinates. */
    private static TopologyAttributes attributes(LoadedScenario loaded, Path base) {
        Topology topology = loaded.topology();
        TopologySpec spec = loaded.scenario().topology();
        if (spec.file() == null) {
            return TopologyAttributes.none(topology);
        }
        try {
            ImportedTopology whole = TopologyFactory.read(spec, base);
            return whole.attributes().ofNodes(whole.topology(), topology);
        } catch (TopologyFormatException e) {
            return TopologyAttributes.none(topology);
        }
    }

    private static int thousandths(double share) {
        return (int) Math.round(share * 1000);
    }

    /** @return why there is none, or {@code null} */
    private static String addTimeline(
            ArrayNode timelines, LoadedScenario loaded, ProtocolSpec protocol, SavedResults results) {
        SavedRun saved = results.runsOf(protocol.name()).stream()
                .filter(run -> run.replication() == 0)
                .findFirst()
                .orElse(null);
        if (saved == null) {
            return "The results hold no replication 0 of " + protocol.name() + ".";
        }
        long duration = loaded.scenario().duration().nanos();
        RouteTimeline timeline =
                new RouteTimeline(new RunMetrics(loaded.scenario()), moments(saved.series(), duration));
        Simulation simulation = new Simulation(
                loaded.scenario(),
                loaded.topology(),
                protocol,
                RunSeeds.of(loaded.scenario().seed(), 0),
                timeline);
        Experiment.runInterruptibly(simulation);
        String fingerprint = String.format(Locale.ROOT, "%016x", simulation.fingerprint());
        if (!fingerprint.equals(saved.fingerprint())) {
            return "Run again, " + protocol.name() + " took another course than the saved one (fingerprint "
                    + fingerprint + ", not " + saved.fingerprint()
                    + "): another version of Hopscope, or a changed file.";
        }
        ObjectNode entry = timelines.addObject();
        entry.put("protocol", protocol.name());
        timeline.destinations().forEach(entry.putArray("destinations")::add);
        ArrayNode frames = entry.putArray("moments");
        timeline.moments().forEach(moment -> add(frames.addObject(), moment));
        return null;
    }

    private static void add(ObjectNode frame, Moment moment) {
        PageJson.put(frame, "t", moment.nanos() / 1e9);
        moment.deadLinks().forEach(frame.putArray("dead")::add);
        moment.downNodes().forEach(frame.putArray("down")::add);
        ArrayNode all = frame.putArray("changes");
        moment.changes().forEach(changes -> changes.forEach(all.addArray()::add));
    }

    /** Moments at which something changed, evenly among the changes, and some evenly over time; ascending. */
    private static long[] moments(List<SeriesPoint> series, long duration) {
        int changes = Math.min(BY_CHANGES, series.size());
        LongStream byChanges = LongStream.range(0, changes)
                .map(i -> series.get((int) (i * series.size() / changes)).timeNanos());
        LongStream byTime = LongStream.rangeClosed(0, BY_TIME).map(i -> duration / BY_TIME * i);
        return LongStream.concat(byChanges, byTime).sorted().distinct().toArray();
    }
}
