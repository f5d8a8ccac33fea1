package hopscope.simulation;

import hopscope.scenario.LatencySpec;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.scenario.LinkSettings;
import hopscope.scenario.LossSpec;

/** What a direction of a link does to frames, made ready to be drawn from. Immutable; many directions share one. */
public final class LinkModel {
    /** TCP (RFC 9293) and IPv4 (RFC 791) headers without options: what each segment carries beside its part of a frame. */
    public static final int SEGMENT_OVERHEAD_BYTES = 40;

    final LatencyModel latency;
    final LossSpec loss;
    final int lossPpm;
    final int duplicatePpm;
    final int reorderPpm;
    final int corruptPpm;
    final long bitsPerSecond;
    final int queueFramesMax;
    final long queueBytesMax;
    final double jitter;
    final double jitterCorrelation;
    final double latencyCorrelation;

    /** Only where latencies are correlated. */
    final LatencyQuantiles quantiles;

    private final LatencySpec latencySpec;
    private final int segmentBytes;
    private final boolean plain;

    /** @param settings complete, none {@code null} but the preset */
    public LinkModel(LinkSettings settings) {
        this.latencySpec = settings.latency();
        this.latency = LatencyModel.of(latencySpec);
        this.loss = settings.loss();
        this.lossPpm = loss.isIndependent() ? loss.rate().ppm() : 0;
        this.duplicatePpm = settings.duplicate().ppm();
        this.reorderPpm = settings.reorder().ppm();
        this.corruptPpm = settings.corrupt().ppm();
        this.bitsPerSecond = settings.bandwidth().bitsPerSecond();
        this.queueFramesMax = settings.queue().frames();
        this.queueBytesMax = settings.queue().bytes();
        this.jitter = settings.jitter().sd().nanos();
        this.jitterCorrelation = settings.jitter().correlation().fraction();
        this.latencyCorrelation =
                latencySpec.distribution() == Distribution.CONSTANT ? 0 : latencySpec.correlationFraction();
        this.quantiles = latencyCorrelation > 0 ? LatencyQuantiles.of(latencySpec) : null;
        this.segmentBytes = Math.max(0, settings.mtu().bytes() - SEGMENT_OVERHEAD_BYTES);
        this.plain = loss.isIndependent()
                && duplicatePpm + reorderPpm + corruptPpm == 0
                && bitsPerSecond == 0
                && jitter == 0
                && latencyCorrelation == 0
                && segmentBytes == 0;
    }

    /** Whether nothing happens but independent loss and latencies drawn independently. */
    boolean isPlain() {
        return plain;
    }

    /** How many segments a frame is sent in: 1 where there is no MTU. */
    public int segments(int frameBytes) {
        return segmentBytes == 0 ? 1 : Math.max(1, (frameBytes + segmentBytes - 1) / segmentBytes);
    }

    /** Bytes that a frame puts on the link, with the headers of its segments where there is an MTU. */
    public int wireBytes(int frameBytes) {
        return segmentBytes == 0 ? frameBytes : frameBytes + SEGMENT_OVERHEAD_BYTES * segments(frameBytes);
    }

    /** The latency that stands for all, as for the cost of a link. */
    public long nominalNanos() {
        return latencySpec.nominalNanos();
    }

    /** Share of the frames, or of the segments, that are lost in the long run, 0 … 1. */
    public double lossFraction() {
        return loss.meanFraction();
    }

    /**
     * Latencies in milliseconds that stand for the distribution of latency and jitter together, each for an equal share of
     * all; propagation only, without waiting and transmission.
     *
     * @param count about how many; a constant needs one
     */
    double[] points(int count) {
        boolean constant = latencySpec.distribution() == Distribution.CONSTANT;
        if (constant && jitter == 0) {
            return new double[] {latencySpec.value().nanos() / 1e6};
        }
        boolean both = !constant && jitter > 0;
        int side = both ? Math.max(2, (int) StrictMath.sqrt(count)) : Math.max(2, count);
        double[] scores = StandardNormal.scores(side);
        LatencyQuantiles latencies = LatencyQuantiles.of(latencySpec);
        double[] points = new double[both ? side * side : side];
        for (int i = 0; i < points.length; i++) {
            double base = latencies.at(scores[both ? i / side : i]);
            double added = jitter == 0 ? 0 : jitter * scores[both ? i % side : i];
            points[i] = Math.max(0, base + added) / 1e6;
        }
        return points;
    }
}
