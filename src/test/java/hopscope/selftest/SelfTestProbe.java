package hopscope.selftest;

import hopscope.simulation.SimulationFailure;
import java.util.List;
import java.util.stream.Collectors;

/** Runs one case, by name, in whatever world it is loaded into. */
public final class SelfTestProbe {
    /** What a case says that cannot be run to its end. */
    static final String BROKE_DOWN = "broke down: ";

    private SelfTestProbe() {}

    /** The rows of a case that fail, one per line; empty if it passes. */
    public static String failures(String name) {
        SelfTest test = SelfTest.of(name::equals, SelfTest.DEFAULT_SEED);
        try {
            List<Row> rows = test.run(1, done -> {}).cases().get(0).rows();
            return rows.stream()
                    .filter(row -> !row.passes())
                    .map(row -> row.what() + ": expected " + row.expected() + " measured " + row.measured())
                    .collect(Collectors.joining("\n"));
        } catch (SimulationFailure failure) {
            return BROKE_DOWN + failure.getCause();
        }
    }
}
