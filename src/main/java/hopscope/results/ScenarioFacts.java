package hopscope.results;

import hopscope.scenario.FaultSpec;
import hopscope.scenario.Scenario;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What tables, charts and checks must know of the scenario beside the numbers.
 *
 * @param name of the scenario
 * @param hash see {@link Provenance}
 * @param seed of the scenario
 * @param durationSeconds virtual time of each run
 * @param faultTimesSeconds virtual times of its faults, as far as they are the same in every run, ascending, each once
 * @param protocols names of the protocols compared, in the scenario's order
 */
public record ScenarioFacts(
        String name,
        String hash,
        long seed,
        double durationSeconds,
        List<Double> faultTimesSeconds,
        List<String> protocols) {
    /** More marks in a chart than this would hide it. */
    private static final int OCCURRENCES_MARKED = 50;

    public ScenarioFacts {
        faultTimesSeconds = List.copyOf(faultTimesSeconds);
        protocols = List.copyOf(protocols);
    }

    /** The facts of a scenario. */
    public static ScenarioFacts of(Scenario scenario, String hash) {
        List<Double> faults = scenario.faults().stream()
                .filter(FaultSpec::isPlanned)
                .flatMapToLong(fault -> occurrences(fault, scenario.duration().nanos()))
                .mapToObj(nanos -> FixedDecimals.rounded(nanos / 1e9))
                .distinct()
                .sorted()
                .toList();
        double duration = FixedDecimals.rounded(scenario.duration().seconds());
        return new ScenarioFacts(scenario.name(), hash, scenario.seed(), duration, faults, scenario.protocolNames());
    }

    private static LongStream occurrences(FaultSpec fault, long durationNanos) {
        long first = fault.earliestNanos();
        return LongStream.range(0, Math.min(OCCURRENCES_MARKED, fault.occurrenceCount(first, durationNanos)))
                .map(number -> fault.occurrenceNanos(first, number));
    }
}
