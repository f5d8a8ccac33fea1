package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import hopscope.chart.ChartData.Note;
import java.util.List;

/** A kind of chart: how its panels are drawn, and the figures that they are drawn from. */
interface Drawing {
    /** A panel as a picture. */
    Panel draw(Observations part, String title);

    /** What a panel shows, in the units of the axes. */
    List<Mark> marks(Observations part);

    /** Words in a panel beside its marks. */
    default List<Note> notes(Observations part) {
        return List.of();
    }

    Axis xAxis();

    Axis yAxis();
}
