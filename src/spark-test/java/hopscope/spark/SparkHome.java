package hopscope.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A folder with the jars of a Spark distribution; starts Spark's programs as the scripts in a distribution's "bin" do. */
final class SparkHome {
    private static final Path HOME = Path.of(System.getProperty("hopscope.spark.home"));
    private static final String JAR = System.getProperty("hopscope.spark.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SPARK_HOME", HOME.toString(),
            "SPARK_SCALA_VERSION", "2.13",
            "SPARK_LOCAL_IP", "127.0.0.1",
            "SPARK_DAEMON_MEMORY", "384m",
            "JAVA_HOME", System.getProperty("java.home"));

    private SparkHome() {}

    /** Starts a main class of Spark, as {@code bin/spark-class} does: Spark's launcher says with which command. */
    static LoggedProcess start(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> ask = new ArrayList<>(
                List.of(JAVA, "-Xmx128m", "-cp", HOME.resolve("jars") + "/*", "org.apache.spark.launcher.Main"));
        ask.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(ask).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(ENVIRONMENT);
        Process launcher = builder.start();
        String answer = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (launcher.waitFor() != 0) {
            throw new IOException("Spark's launcher failed: " + answer);
        }
        // A NUL and a line feed, then the words with a NUL after each.
        List<String> command =
                Arrays.asList(answer.substring(answer.indexOf('\n') + 1).split("\0"));
        return new LoggedProcess(folder, ENVIRONMENT, command);
    }

    /** Starts Hopscope's main class without {@code spark-submit}. */
    static LoggedProcess program(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-cp", JAR + ":" + HOME.resolve("jars") + "/*", "hopscope.spark.SparkMain"));
        command.addAll(Arrays.asList(arguments));
        return new LoggedProcess(folder, ENVIRONMENT, command);
    }

    /**
     * Starts {@code spark-submit} with Hopscope's jar.
     *
     * @param master where to
     * @param options of spark-submit
     * @param arguments of Hopscope
     */
    static LoggedProcess submit(Path folder, String master, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--driver-memory",
                "640m",
                "--executor-memory",
                "640m"));
        words.addAll(options);
        words.addAll(List.of("--class", "hopscope.spark.SparkMain", JAR));
        words.addAll(Arrays.asList(arguments));
        return start(folder, words.toArray(String[]::new));
    }
}
