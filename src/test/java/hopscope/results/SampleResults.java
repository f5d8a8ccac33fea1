package hopscope.results;

import hopscope.metrics.Measurements;
import hopscope.metrics.Measurements.SeriesPoint;
import hopscope.metrics.Verdict;
import hopscope.random.Keys;
import hopscope.random.RandomStream;
import hopscope.results.ExperimentResult.HostFigures;
import hopscope.scenario.Expectation;
import hopscope.scenario.FaultSpec;
import hopscope.scenario.Metric;
import hopscope.scenario.NodeRef;
import hopscope.scenario.Scenario;
import hopscope.scenario.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Made-up but lifelike results for tests, drawn from a seed. */
public final class SampleResults {
    public static final String YAML = "name: sample\nseed: 42\n";
    public static final Instant STARTED = Instant.parse("2026-03-04T05:06:07Z");
    public static final Provenance PROVENANCE = Provenance.of(YAML, STARTED);

    private static final double DURATION_S = 60;

    private String name = "sample";
    private int replications = 10;
    private boolean faults = true;
    private boolean traffic = true;
    private double neverShare;
    private double overheadSpread = 1;
    private List<Expectation> expectations = List.of();

    public SampleResults named(String newName) {
        name = newName;
        return this;
    }

    public SampleResults replications(int count) {
        replications = count;
        return this;
    }

    public SampleResults withoutFaults() {
        faults = false;
        return this;
    }

    public SampleResults withoutTraffic() {
        traffic = false;
        return this;
    }

    /** The share of distance-vector runs that never converge. */
    public SampleResults never(double share) {
        neverShare = share;
        return this;
    }

    /** How many times more source routing costs than lifelike. */
    public SampleResults overheadSpread(double factor) {
        overheadSpread = factor;
        return this;
    }

    public SampleResults expecting(Expectation... all) {
        expectations = List.of(all);
        return this;
    }

    public ExperimentResult build() {
        List<RunRecord> runs = new ArrayList<>();
        for (String protocol : scenario().protocolNames()) {
            for (int r = 0; r < replications; r++) {
                boolean never = protocol.equals("distance-vector") && r < Math.round(neverShare * replications);
                runs.add(run(protocol, r, never));
            }
        }
        return new ExperimentResult(scenario(), runs, new HostFigures(1_500_000_000L, 123_456, 64_000_000, 4));
    }

    public SavedResults saved() {
        return SavedResults.of(build(), PROVENANCE.scenarioHash());
    }

    private Scenario scenario() {
        List<FaultSpec> schedule = faults ? List.of(fault(30), fault(40)) : List.of();
        return new Scenario(
                name,
                null,
                42L,
                new TimeSpan((long) (DURATION_S * 1e9)),
                replications,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                schedule,
                expectations,
                null,
                null,
                null,
                null,
                null);
    }

    private static FaultSpec fault(int second) {
        return FaultSpec.linkDownAt(new TimeSpan(second * 1_000_000_000L), new NodeRef("2"), new NodeRef("5"));
    }

    private RunRecord run(String protocol, int replication, boolean never) {
        RandomStream random = new RandomStream(Keys.of(Keys.of(42, protocol), replication));
        boolean source = protocol.equals("source-routing");
        double cold = never ? Double.NaN : (source ? 3.2 : 4.6) * (1 + 0.18 * random.nextGaussian());
        double again = never ? Double.NaN : (source ? 2.1 : 9.5) * (1 + 0.25 * random.nextGaussian());
        double[] values = new double[Metric.values().length];
        Arrays.fill(values, 0);
        set(values, Metric.CONVERGENCE_VIEW_S, cold * 0.8);
        set(values, Metric.CONVERGENCE_REACH_S, cold * 0.85);
        set(values, Metric.CONVERGENCE_OPTIMAL_S, cold);
        set(values, Metric.RECONVERGENCE_REACH_S, faults ? again * 0.9 : Double.NaN);
        set(values, Metric.RECONVERGENCE_OPTIMAL_S, faults ? again : Double.NaN);
        long[] hops = traffic ? traffic(values, random, source) : new long[0];
        set(values, Metric.CONTROL_FRAMES, 700 + random.nextInt(40));
        double perNode = (source ? 410 * overheadSpread : 260) * (1 + 0.05 * random.nextGaussian());
        set(values, Metric.CONTROL_BYTES, Math.rint(perNode * 6 * DURATION_S));
        set(values, Metric.CONTROL_BYTES_PER_NODE_PER_S, perNode);
        set(values, Metric.TABLE_ENTRIES_MEAN, 6);
        set(values, Metric.LOOP_PAIR_SECONDS, source ? 0 : 3 * random.nextExponential());
        set(values, Metric.BLACK_HOLE_PAIR_SECONDS, 12 * random.nextExponential());
        set(values, Metric.NODES, 6);
        set(values, Metric.LINKS, 8);
        set(values, Metric.EVENTS, 4_000 + random.nextInt(500));
        Verdict verdict = never ? Verdict.STABLE_WRONG : Verdict.CORRECT;
        List<SeriesPoint> series = series(random, cold, again, source);
        return new RunRecord(
                protocol,
                replication,
                Keys.of(42, replication),
                new Measurements(verdict, values, hops, series, List.of(), random.nextLong()));
    }

    private static long[] traffic(double[] values, RandomStream random, boolean source) {
        long[] hops = new long[64];
        double sum = 0;
        int delivered = 196 + random.nextInt(5);
        int longest = 0;
        for (int i = 0; i < delivered; i++) {
            int length = 1 + random.nextInt(3) + (!source && random.nextInt(5) == 0 ? 1 + random.nextInt(6) : 0);
            hops[length]++;
            sum += length;
            longest = Math.max(longest, length);
        }
        set(values, Metric.SENT, 200);
        set(values, Metric.DELIVERED, delivered);
        set(values, Metric.DELIVERY_RATIO, delivered / 200.0);
        set(values, Metric.GIVEN_UP, 200 - delivered);
        set(values, Metric.RETRANSMISSIONS, random.nextInt(12));
        set(values, Metric.DUPLICATES_RECEIVED, random.nextInt(6));
        set(values, Metric.HOPS_MEAN, sum / delivered);
        set(values, Metric.HOPS_P95, 3);
        set(values, Metric.HOPS_MAX, longest);
        set(values, Metric.STRETCH_MEAN, source ? 1 : 1.13 + 0.02 * random.nextGaussian());
        set(values, Metric.LATENCY_P50_MS, 24 + random.nextGaussian());
        set(values, Metric.LATENCY_P95_MS, 41 + 2 * random.nextGaussian());
        set(values, Metric.DATA_BYTES, 60_000 + random.nextInt(4_000));
        return hops;
    }

    /** A logistic climb after the start and after each fault. */
    private List<SeriesPoint> series(RandomStream random, double cold, double again, boolean source) {
        double coldEnd = Double.isNaN(cold) ? 5 : cold;
        double againEnd = Double.isNaN(again) ? 9 : again;
        double ceiling = Double.isNaN(cold) ? 0.93 : 1;
        List<SeriesPoint> points = new ArrayList<>();
        for (double t = 0; t < DURATION_S; t += 0.25 + 0.05 * random.nextDouble()) {
            double drop = source ? 0.12 : 0.25;
            double share = Math.min(ceiling, 1.02 / (1 + Math.exp(-9 * (t / coldEnd - 0.5))));
            if (faults && t >= 40) {
                share = Math.min(ceiling, 1 - drop + drop * (t - 40) / againEnd);
            } else if (faults && t >= 30) {
                share = Math.min(ceiling, 1 - drop + drop * (t - 30) / againEnd);
            }
            share = Math.max(0, Math.min(1, share));
            double known = Math.min(1, share * 1.1);
            points.add(new SeriesPoint((long) (t * 1e9), known, Math.min(known, share * 1.05), share));
        }
        return points;
    }

    private static void set(double[] values, Metric metric, double value) {
        values[metric.ordinal()] = value;
    }
}
