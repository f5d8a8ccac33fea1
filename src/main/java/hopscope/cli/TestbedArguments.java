package hopscope.cli;

import hopscope.scenario.LinkPlan;
import hopscope.scenario.LoadedScenario;
import hopscope.testbed.TestbedFaults;
import hopscope.testbed.TestbedOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that say how a testbed runs. */
final class TestbedArguments {
    /** Nodes of all runs at one time for each processor: they mostly wait. */
    private static final int NODES_PER_PROCESSOR = 40;

    private static final int PROCESSES_PER_PROCESSOR = 6;

    private static final double NANOS_PER_SECOND = 1e9;

    /** How connections are protected. */
    enum Protection {
        NONE,
        TLS
    }

    @Option(
            names = "--security",
            paramLabel = "none|tls",
            defaultValue = "none",
            description = "Connections without protection, or over TLS with fresh identities; default none.")
    private Protection security;

    @Option(
            names = "--silent-cuts",
            description = "A cut link swallows frames and tells nobody; else its connection is closed.")
    private boolean silentCuts;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at the same time; default: as many as the processors bear.")
    private Integer jobs;

    @Option(names = "--processes", description = "Give every node a process of its own; else all are in one.")
    private boolean processes;

    /**
     * The options of the runs.
     *
     * @param file of the scenario
     */
    TestbedOptions options(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return new TestbedOptions(security == Protection.TLS, silentCuts, processes ? folder : null);
    }

    /** Runs at one time. */
    int jobs(LoadedScenario loaded) {
        if (jobs != null) {
            return Jobs.orProcessors(jobs);
        }
        int nodes = Math.max(1, loaded.topology().nodeCount());
        int bearable = Math.max(
                1,
                (processes ? PROCESSES_PER_PROCESSOR : NODES_PER_PROCESSOR)
                        * Runtime.getRuntime().availableProcessors()
                        / nodes);
        return Math.min(bearable, runCount(loaded));
    }

    private static int runCount(LoadedScenario loaded) {
        return loaded.scenario().protocols().size() * loaded.scenario().replications();
    }

    /** Does runs in real time, says first how long they will take, and then how far they are. */
    <R> R watched(LoadedScenario loaded, PrintWriter err, Function<Progress, R> runs) {
        err.println(forecast(loaded));
        err.flush();
        Progress progress = new Progress(err, loaded.scenario().name(), runCount(loaded));
        try {
            return runs.apply(progress);
        } finally {
            progress.finish();
        }
    }

    /** Real time passes as fast as virtual time. */
    private String forecast(LoadedScenario loaded) {
        int runs = runCount(loaded);
        int rounds = (runs + jobs(loaded) - 1) / jobs(loaded);
        double seconds = loaded.scenario().duration().nanos() / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%s: %s in real time, %d at a time, %.0f s each: about %.0f s",
                loaded.scenario().name(),
                Count.of(runs, "run"),
                jobs(loaded),
                seconds,
                rounds * seconds);
    }

    /** Over TCP nothing arrives twice, out of order or damaged. */
    private static final List<String> IMPOSSIBLE = List.of("duplicate", "reorder", "corrupt");

    private static void requirePossibleLinks(LoadedScenario loaded) {
        LinkPlan plan = new LinkPlan(loaded.scenario().links(), loaded.topology());
        for (int direction = 0; direction < 2 * loaded.topology().linkCount(); direction++) {
            for (LinkPlan.Origin origin : plan.origins(direction)) {
                if (IMPOSSIBLE.contains(origin.name()) && !origin.text().equals("0%")) {
                    throw new UserError(loaded.place(origin.path()) + ": '" + origin.name() + ": " + origin.text()
                            + "' cannot be done to a TCP connection; a testbed takes links without duplicate, reorder"
                            + " and corrupt");
                }
            }
        }
    }

    private static void requirePossibleFaults(LoadedScenario loaded) {
        List<String> refused = new ArrayList<>();
        for (int fault = 0; fault < loaded.scenario().faults().size(); fault++) {
            String place = loaded.place("faults." + fault);
            TestbedFaults.refusal(loaded.scenario().faults().get(fault))
                    .ifPresent(why -> refused.add(place + ": " + why));
        }
        if (!refused.isEmpty()) {
            throw new UserError(String.join("\n", refused));
        }
    }

    /** Refuses a network that is too large, and links and faults that cannot be done to real nodes. */
    static void requireFits(LoadedScenario loaded) {
        int nodes = loaded.topology().nodeCount();
        if (nodes > TestbedOptions.MOST_NODES) {
            throw new UserError("'" + loaded.scenario().name() + "' has " + nodes + " nodes; a testbed takes "
                    + TestbedOptions.MOST_NODES + " at most");
        }
        requirePossibleLinks(loaded);
        requirePossibleFaults(loaded);
    }
}
