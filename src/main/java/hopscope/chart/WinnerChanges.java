package hopscope.chart;

import hopscope.chart.ChartData.Note;
import hopscope.chart.Observations.Row;
import hopscope.compare.Crossing;
import hopscope.compare.SavedComparison;
import hopscope.results.FixedDecimals;
import hopscope.scenario.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the winner of a comparison changes along the axis that a chart has.
 *
 * @param plan of kind line, over a dimension with numbers
 * @param metric which is drawn
 */
record WinnerChanges(ChartPlan plan, Metric metric) {
    /** Notes on the line of no difference, for a panel; none where the chart does not show a comparison. */
    List<Note> in(Observations part) {
        List<Note> notes = new ArrayList<>();
        SavedComparison compared = plan.data().compared();
        if (compared != null) {
            for (Crossing crossing : compared.crossings()) {
                boolean here = crossing.metric() == metric
                        && crossing.axis().equals(plan.x().name())
                        && part.rows().stream().anyMatch(row -> isAt(row, crossing, compared.axes()));
                if (here) {
                    String text = "▲ " + FixedDecimals.rough(crossing.at()) + crossing.unit();
                    notes.add(new Note(text, LabelNumbers.onAxis(crossing.at(), crossing.unit()), 0));
                }
            }
        }
        return notes;
    }

    /** Whether a difference has the labels that a crossing was found at; {@code *} stands for any. */
    private static boolean isAt(Row row, Crossing crossing, List<String> axes) {
        for (int i = 0; i < axes.size(); i++) {
            String label = crossing.others().get(i);
            if (!label.equals("*") && !label.equals(row.labels().get(axes.get(i)))) {
                return false;
            }
        }
        return row.protocol().equals(SavedComparison.protocols(crossing.protocolA(), crossing.protocolB()));
    }
}
