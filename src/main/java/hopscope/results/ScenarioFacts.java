package hopscope.results;

import hopscope.scenario.FaultSpec;
import hopscope.scenario.Scenario;
import java.util.List;

/**
 * What tables, charts and checks must know of the scenario beside the numbers.
 *
 * @param name of the scenario
 * @param hash see {@link Provenance}
 * @param seed of the scenario
 * @param durationSeconds virtual time of each run
 * @param faultTimesSeconds virtual times of its faults, ascending, each once
 * @param protocols names of the protocols compared, in the scenario's order
 */
public record ScenarioFacts(
        String name,
        String hash,
        long seed,
        double durationSeconds,
        List<Double> faultTimesSeconds,
        List<String> protocols) {
    public ScenarioFacts {
        faultTimesSeconds = List.copyOf(faultTimesSeconds);
        protocols = List.copyOf(protocols);
    }

    /** The facts of a scenario. */
    public static ScenarioFacts of(Scenario scenario, String hash) {
        List<Double> faults = scenario.faults().stream()
                .map(FaultSpec::at)
                .map(at -> FixedDecimals.rounded(at.seconds()))
                .distinct()
                .sorted()
                .toList();
        double duration = FixedDecimals.rounded(scenario.duration().seconds());
        return new ScenarioFacts(scenario.name(), hash, scenario.seed(), duration, faults, scenario.protocolNames());
    }
}
