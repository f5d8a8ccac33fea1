package hopscope.chart;

import hopscope.chart.ChartData.Axis;
import hopscope.chart.ChartData.Mark;
import java.util.List;

/** A kind of chart: how its panels are drawn, and the figures that they are drawn from. */
interface Drawing {
    /** A panel as a picture. */
    Panel draw(Observations part, String title);

    /** What a panel shows, in the units of the axes. */
    List<Mark> marks(Observations part);

    Axis xAxis();

    Axis yAxis();
}
