package hopscope.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.metrics.FaultOutcome;
import hopscope.metrics.Verdict;
import hopscope.scenario.Metric;
import hopscope.simulation.FaultStrike.Status;
import java.util.List;

/**
 * One fault of the scenario over all replications of one protocol and all its occurrences. Occurrences that changed nothing
 * are left out of the figures; one that never happened counts as a sample without a value.
 *
 * @param fault its number in the scenario, from 1; 0 for all faults together
 * @param outcomes in the order of the runs
 */
record FaultSummary(int fault, List<FaultOutcome> outcomes) {
    static FaultSummary of(List<SavedRun> runs, int fault) {
        return new FaultSummary(
                fault,
                runs.stream()
                        .flatMap(run -> run.faults().stream())
                        .filter(outcome -> fault == 0 || outcome.strike().fault() == fault)
                        .toList());
    }

    /** One metric of each occurrence, NaN where there is no value; a new array. */
    double[] samples(Metric metric) {
        return outcomes.stream()
                .filter(outcome -> outcome.strike().status() != Status.NO_EFFECT)
                .mapToDouble(outcome -> outcome.value(metric))
                .toArray();
    }

    long count(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.strike().status() == status)
                .count();
    }

    long count(Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    void put(ArrayNode faults) {
        ObjectNode node = faults.addObject();
        node.put("fault", fault);
        for (Status status : Status.values()) {
            node.put(status.label().replace('-', '_'), count(status));
        }
        ObjectNode verdicts = node.putObject("verdicts");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.label(), count(verdict));
        }
        ObjectNode metrics = node.putObject("metrics");
        for (Metric metric : FaultOutcome.METRICS) {
            SummaryJson.put(metrics.putObject(metric.column()), metric, MetricSummary.of(samples(metric)));
        }
    }
}
