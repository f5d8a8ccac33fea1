package hopscope.chart;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * One plot of a sheet.
 *
 * @param chart without legend
 * @param columnTitle what the categories are; empty where there are none
 * @param columns names of the categories at 0, 1, … along the horizontal axis; empty where it has numbers
 * @param rows likewise up the vertical axis
 * @param words written into the plot
 */
record Panel(XYChart chart, String columnTitle, List<String> columns, List<String> rows, List<Word> words) {
    Panel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        words = List.copyOf(words);
    }

    /** A word whose middle is at a place in the units of the axes. */
    record Word(String text, double x, double y, Color colour) {}
}
