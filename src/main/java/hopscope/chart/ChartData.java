package hopscope.chart;

import hopscope.chart.ChartRequest.Kind;
import java.util.List;

/**
 * A chart as figures: what the picture of the same request shows, for a page that draws it itself.
 *
 * @param name of the picture's files, without ending
 * @param title what it shows
 * @param caption how to read it
 * @param kind how it is drawn
 * @param x horizontal axis of all panels
 * @param y vertical axis of all panels
 * @param lines what colours tell apart; one without a name where nothing is
 * @param panels at least one
 */
public record ChartData(
        String name, String title, String caption, Kind kind, Axis x, Axis y, List<Line> lines, List<Part> panels) {
    public ChartData {
        lines = List.copyOf(lines);
        panels = List.copyOf(panels);
    }

    /**
     * An axis of numbers, or of categories at 0, 1, ….
     *
     * @param title with its unit
     * @param labels of the categories; empty for numbers
     * @param min lower end
     * @param max upper end
     * @param logarithmic whether equal ratios are equally long; then {@code min} is positive
     */
    public record Axis(String title, List<String> labels, double min, double max, boolean logarithmic) {
        public Axis {
            labels = List.copyOf(labels);
        }

        /** An axis of numbers; what a picture leaves free below zero is left out. */
        static Axis of(String title, Scale scale) {
            boolean fromZero = scale.min() == ChartLook.zero(scale.max());
            return new Axis(title, List.of(), fromZero ? 0 : scale.min(), scale.max(), scale.logarithmic());
        }

        /** An axis of categories. */
        static Axis of(String title, List<String> labels) {
            return new Axis(title, labels, 0, labels.size() - 1.0, false);
        }
    }

    /**
     * What has a colour of its own.
     *
     * @param name label of the dimension that colours tell apart
     * @param place among the colours and symbols, from 0
     * @param legend the name with what must be known of it
     */
    public record Line(String name, int place, String legend) {}

    /**
     * A panel.
     *
     * @param title the label of the dimension that panels tell apart; empty where there is none
     * @param marks in the order in which they are joined
     * @param notes words at places of their own
     */
    public record Part(String title, List<Mark> marks, List<Note> notes) {
        public Part {
            marks = List.copyOf(marks);
            notes = List.copyOf(notes);
        }
    }

    /** A word at a place in the units of the axes. */
    public record Note(String text, double x, double y) {}

    /**
     * A point, bar, box or field.
     *
     * @param line index among the lines
     * @param x its place along the horizontal axis
     * @param y its place up the vertical one; NaN if no run has a value
     * @param figures by kind. {@code line, bar}: both ends of the 95 % interval (NaN for none), runs with a value, runs
     *     (NaN both for a difference).
     *     {@code box}: end of the lower whisker, first quartile, median, third quartile, end of the upper whisker; none for
     *     a single run. {@code heat}: mean, runs with a value, runs. {@code pareto}: 1 if no other beats it, or 0; runs.
     *     {@code ecdf, time}: none
     * @param origin the runs behind it
     */
    public record Mark(int line, double x, double y, List<Double> figures, Origin origin) {
        public Mark {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Runs that a mark was made of.
     *
     * @param cell of a sweep; empty for results of {@code hopscope run}
     * @param protocol name of its entry in the scenario
     * @param replication from 0; −1 for all of them
     */
    public record Origin(String cell, String protocol, int replication) {
        static Origin of(Observations.Row run) {
            return new Origin(run.cell(), run.protocol(), run.replication());
        }

        /** Of runs that differ by their replication only; {@code null} for no runs. */
        static Origin ofAll(List<Observations.Row> runs) {
            return runs.isEmpty()
                    ? null
                    : new Origin(runs.get(0).cell(), runs.get(0).protocol(), -1);
        }
    }
}
