package hopscope.cli;

import hopscope.chart.DeclaredCharts;
import hopscope.chart.NoFontsException;
import hopscope.chart.Observations;
import hopscope.sweep.SweepState;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The charts that the file of a sweep declares, drawn beside its tables. */
final class SweepCharts {
    private SweepCharts() {}

    /** Draws them, unless only a part of the cells is there. */
    static void draw(SweepState state, Path folder, PrintWriter err) {
        if (state.cells().size() < state.sweep().cells().size()) {
            return;
        }
        try {
            DeclaredCharts.write(state.sweep().charts(), Observations.of(state), folder);
        } catch (NoFontsException e) {
            err.println("warning: no charts were drawn: " + e.getMessage());
        }
    }
}
