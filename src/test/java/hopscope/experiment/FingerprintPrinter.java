package hopscope.experiment;

import hopscope.results.RunRecord;
import hopscope.scenario.LoadedScenario;
import hopscope.simulation.RandomScenarios;
import hopscope.simulation.Runs;
import java.util.ArrayList;
import java.util.List;

/** Prints the fingerprints of some runs; started in another process to compare JDKs. */
final class FingerprintPrinter {
    private FingerprintPrinter() {}

    public static void main(String[] args) {
        System.out.println("JDK " + System.getProperty("java.version"));
        lines().forEach(System.out::println);
    }

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, Runs.loadFile("scenarios/six-nodes.yaml"));
        add(lines, Runs.loadFile("scenarios/abilene.yaml", "replications=2"));
        add(lines, Runs.load("""
                name: generated
                duration: 20s
                replications: 1
                topology: {generate: barabasi-albert, nodes: 60, attach: 2}
                links: {latency: {distribution: lognormal, mean: 20ms, sd: 10ms}, loss: 2%}
                traffic:
                  - {from: any, to: any, rate: 50/s}
                """));
        for (long seed = 0; seed < 20; seed++) {
            add(lines, Runs.load(RandomScenarios.text(3_000_000 + seed, RandomScenarios.DURATION_MILLIS)));
        }
        return lines;
    }

    private static void add(List<String> lines, LoadedScenario loaded) {
        for (RunRecord run : new Experiment(loaded.scenario(), loaded.topology())
                .run(1, done -> {})
                .runs()) {
            lines.add(loaded.scenario().name() + " " + run.protocol() + " " + run.replication() + " "
                    + run.measurements().fingerprintHex() + " "
                    + java.util.Arrays.toString(run.measurements().values()));
        }
    }
}
