package hopscope.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.chart.Observations;
import hopscope.results.MetricSummary;
import hopscope.scenario.Metric;
import hopscope.sweep.Cell;
import hopscope.sweep.SweepRun;
import hopscope.sweep.SweepState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The data of a page about a sweep. */
final class SweepData {
    private SweepData() {}

    static void fill(ObjectNode data, SweepState state) {
        data.put("kind", "sweep");
        data.put("name", state.sweep().name());
        data.put("seed", Long.toString(state.sweep().seed()));
        data.put("hash", state.sweep().hash());
        state.sweep().axes().forEach(data.putArray("axes")::add);
        Set<String> protocols = new LinkedHashSet<>();
        state.cells().forEach(cell -> protocols.addAll(cell.entries()));
        protocols.forEach(data.putArray("protocols")::add);
        RunData.addPlaces(data, List.copyOf(protocols));
        RunData.addMetrics(data.putArray("metrics"));
        DeclaredFigures.addTo(data, state.sweep().charts(), Observations.of(state));
        ArrayNode cells = data.putArray("cells");
        for (Cell cell : state.cells()) {
            addCell(cells.addObject(), cell, state, protocols);
        }
    }

    private static void addCell(ObjectNode entry, Cell cell, SweepState state, Set<String> protocols) {
        entry.put("id", cell.id());
        cell.labels().forEach(entry.putArray("labels")::add);
        entry.put("nodes", cell.nodes());
        entry.put("finished", state.isFinished(cell));
        List<SweepRun> runs = state.runsOf(cell);
        ObjectNode verdicts = entry.putObject("verdicts");
        ArrayNode figures = entry.putArray("figures");
        for (String protocol : protocols) {
            List<SweepRun> own =
                    runs.stream().filter(run -> run.entry().equals(protocol)).toList();
            own.forEach(run -> count(verdicts, run));
            ArrayNode all = figures.addArray();
            for (Metric metric : Metric.values()) {
                RunData.addFigures(
                        all.addArray(),
                        MetricSummary.of(own.stream()
                                .mapToDouble(run -> run.value(metric))
                                .toArray()));
            }
        }
    }

    private static void count(ObjectNode verdicts, SweepRun run) {
        String what = run.verdict().isEmpty() ? run.status().label() : run.verdict();
        verdicts.put(what, verdicts.path(what).asInt(0) + 1);
    }
}
