package hopscope.spark;

import hopscope.cli.ClusterCommands;

/** The main class for {@code spark-submit}: {@code hopscope sweep} with its runs done by Spark's executors. */
public final class SparkMain {
    private static final String TERMINAL = "hopscope.terminal";

    private SparkMain() {}

    /** Executes {@code sweep FILE …} and ends the process with the exit status. */
    public static void main(String[] args) {
        // The launcher of 'hopscope' tells whether there is a terminal; spark-submit does not.
        if (System.getProperty(TERMINAL) == null && System.console() != null) {
            System.setProperty(TERMINAL, "true");
        }
        System.exit(ClusterCommands.execute("hopscope-spark", SparkEngine::open, args));
    }
}
