package hopscope.simulation;

import java.util.ArrayList;
import java.util.List;

/** What the directions of one class of links did to frames: exact counts and sums, and a histogram of latencies. */
final class LinkTally {
    private final String name;
    private final List<LinkUse> uses = new ArrayList<>();
    private final LatencyHistogram latencies = new LatencyHistogram();
    private long bytes;
    private long units;
    private long unitsLost;
    private long arrived;
    private long dropped;
    private long damaged;
    private long duplicated;
    private long free;
    private long queued;
    private long waitSum;
    private long waitMax;
    private int waitingMax;

    LinkTally(String name) {
        this.name = name;
    }

    void add(LinkUse use) {
        uses.add(use);
    }

    void countBytes(int frameBytes) {
        bytes += frameBytes;
    }

    /** @param sent segments, or 1 for a frame in one piece */
    void countLoss(int sent, int lost) {
        units += sent;
        unitsLost += lost;
    }

    void countArrival(long latencyNanos) {
        arrived++;
        latencies.add(latencyNanos);
    }

    void countFate(boolean isFree, boolean isCopied, boolean isDamaged) {
        free += isFree ? 1 : 0;
        duplicated += isCopied ? 1 : 0;
        damaged += isDamaged ? 1 : 0;
    }

    void countQueued(boolean isDropped, long waitNanos, int waiting) {
        if (isDropped) {
            dropped++;
            return;
        }
        queued++;
        waitSum += waitNanos;
        waitMax = Math.max(waitMax, waitNanos);
        waitingMax = Math.max(waitingMax, waiting);
    }

    /** What was asked for beside what happened. */
    LinkFigures figures() {
        ConfiguredLatency configured = ConfiguredLatency.of(uses);
        long frames = uses.stream().mapToLong(LinkUse::frames).sum();
        return new LinkFigures(
                name,
                uses.stream().mapToInt(LinkUse::directions).sum(),
                frames,
                bytes,
                arrived,
                configured.lossFraction(),
                units == 0 ? Double.NaN : (double) unitsLost / units,
                configured.meanMillis(),
                latencies.meanMillis(),
                configured.quantileMillis(0.5),
                latencies.quantileMillis(0.5),
                configured.quantileMillis(0.95),
                latencies.quantileMillis(0.95),
                duplicated,
                free,
                damaged,
                dropped,
                queued == 0 ? Double.NaN : waitSum / 1e6 / queued,
                queued == 0 ? Double.NaN : waitMax / 1e6,
                waitingMax);
    }
}
