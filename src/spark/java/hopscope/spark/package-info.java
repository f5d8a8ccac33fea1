/**
 * Runs the sweeps of {@code hopscope sweep} on Apache Spark: one run of one cell is one task.
 *
 * <p>{@link hopscope.spark.SparkMain} is what {@code spark-submit} starts: the command line of {@code hopscope sweep} with
 * {@link hopscope.spark.SparkEngine} in the place of threads. The driver decides what is run and writes the journal; an
 * executor gets the sweep as a {@link hopscope.sweep.SweepBundle}, so that it needs none of its files.
 *
 * <p>May import {@code random}, {@code experiment}, {@code sweep} and {@code cli}; nothing imports it. It is the home of
 * Spark, and built under the Maven profile {@code spark} only. Read first: {@link hopscope.spark.SparkEngine}, {@link
 * hopscope.spark.ExecutorRuns}.
 */
package hopscope.spark;
