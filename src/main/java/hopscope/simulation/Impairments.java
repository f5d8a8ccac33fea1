package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;

/** All that a direction does to frames beyond independent loss and latency, with what it must remember for that. */
final class Impairments {
    // Each feature draws from streams of its own. Frames count from 0, so keys below -1 are free.
    private static final int BURSTS = -2;
    private static final int SEGMENTS = -3;
    private static final int LATENCY_SCORE = -4;
    private static final int JITTER_SCORE = -5;
    private static final int COPY = -6;
    private static final int ORDER = -7;
    private static final int DAMAGE = -8;

    /** Of a feature's stream for the state before the first frame. */
    private static final int BEFORE = -2;

    private final LinkModel model;
    private final LinkTally tally;
    private final long key;
    private final RandomStream random;
    private final LinkQueue queue;

    private boolean bad;
    private double latencyScore;
    private double jitterScore;

    // Of the frame sent last.
    private long frame;
    private boolean dropped;
    private boolean damaged;
    private boolean copied;
    private boolean free;
    private long latencyNanos;
    private long copyArrivalNanos;

    Impairments(LinkModel model, LinkTally tally, long key, RandomStream random) {
        this.model = model;
        this.tally = tally;
        this.key = key;
        this.random = random;
        this.queue = model.bitsPerSecond == 0
                ? null
                : new LinkQueue(model.bitsPerSecond, model.queueFramesMax, model.queueBytesMax);
        start(BURSTS, BEFORE);
        this.bad = !model.loss.isIndependent() && random.nextDouble() < model.loss.badShare();
        this.latencyScore = score(LATENCY_SCORE, BEFORE);
        this.jitterScore = score(JITTER_SCORE, BEFORE);
    }

    private void start(int feature, long number) {
        random.restart(Keys.of(Keys.of(key, feature), number));
    }

    private double score(int feature, long number) {
        start(feature, number);
        return random.nextGaussian();
    }

    /** Sends a frame: when its last bit is sent, or {@link Direction#LOST}; then the rest of its fate can be asked. */
    long depart(long nowNanos, int frameBytes, long number) {
        frame = number;
        dropped = false;
        damaged = false;
        copied = false;
        free = false;
        copyArrivalNanos = Direction.LOST;
        long departure = nowNanos;
        if (queue != null) {
            departure = queue.departureNanos(nowNanos, model.wireBytes(frameBytes));
            dropped = departure == LinkQueue.DROPPED;
            tally.countQueued(dropped, queue.waitNanos(), queue.waitingFrames());
            if (dropped) {
                return Direction.LOST;
            }
        }
        int segments = model.segments(frameBytes);
        int lost = model.loss.isIndependent() ? losses(segments) : burstLosses(segments);
        tally.countLoss(segments, lost);
        drawLatency();
        if (lost > 0) {
            return Direction.LOST;
        }
        drawTheRest(segments);
        return departure;
    }

    /** Of the first segment as if it were the frame, from the frame's own stream; of the others from another. */
    private int losses(int segments) {
        random.restart(Keys.of(key, frame));
        if (model.lossPpm == 0) {
            return 0;
        }
        int lost = random.nextChance(model.lossPpm) ? 1 : 0;
        if (segments > 1) {
            start(SEGMENTS, frame);
            for (int i = 1; i < segments; i++) {
                lost += random.nextChance(model.lossPpm) ? 1 : 0;
            }
        }
        return lost;
    }

    private int burstLosses(int segments) {
        start(BURSTS, frame);
        int lost = 0;
        for (int i = 0; i < segments; i++) {
            bad = random.nextDouble() < (bad ? 1 - model.loss.toGood() : model.loss.toBad());
            lost += random.nextChance(bad ? model.loss.badPpm() : model.loss.goodPpm()) ? 1 : 0;
        }
        return lost;
    }

    /** Even of a lost frame: correlated scores go on. */
    private void drawLatency() {
        if (model.quantiles != null) {
            latencyScore = next(latencyScore, model.latencyCorrelation, LATENCY_SCORE);
            latencyNanos = (long) model.quantiles.at(latencyScore);
        } else {
            random.restart(Keys.of(key, frame));
            if (model.lossPpm > 0) {
                // The first draw is the loss; the latency is the second, as without impairments.
                random.nextChance(model.lossPpm);
            }
            latencyNanos = model.latency.drawNanos(random);
        }
        if (model.jitter > 0) {
            jitterScore = next(jitterScore, model.jitterCorrelation, JITTER_SCORE);
            latencyNanos = Math.max(0, latencyNanos + (long) (model.jitter * jitterScore));
        }
    }

    private double next(double score, double correlation, int feature) {
        return correlation * score + StrictMath.sqrt(1 - correlation * correlation) * score(feature, frame);
    }

    private void drawTheRest(int segments) {
        if (model.reorderPpm > 0) {
            start(ORDER, frame);
            free = random.nextChance(model.reorderPpm);
        }
        if (model.duplicatePpm > 0) {
            start(COPY, frame);
            copied = random.nextChance(model.duplicatePpm);
        }
        if (model.corruptPpm > 0) {
            start(DAMAGE, frame);
            for (int i = 0; i < segments; i++) {
                damaged |= random.nextChance(model.corruptPpm);
            }
        }
        tally.countFate(free, copied, damaged);
    }

    /** Latency of the frame sent last. */
    long latencyNanos() {
        return latencyNanos;
    }

    /** Draws the latency of a second copy, independent of the first one's. */
    long copyLatencyNanos() {
        start(COPY, frame);
        random.nextChance(model.duplicatePpm);
        long latency = model.latency.drawNanos(random);
        return model.jitter > 0 ? Math.max(0, latency + (long) (model.jitter * random.nextGaussian())) : latency;
    }

    void setCopyArrival(long arrivalNanos) {
        copyArrivalNanos = arrivalNanos;
    }

    long copyArrivalNanos() {
        return copyArrivalNanos;
    }

    boolean isCopied() {
        return copied;
    }

    boolean isDamaged() {
        return damaged;
    }

    boolean isDropped() {
        return dropped;
    }

    boolean isFree() {
        return free;
    }

    long queueWaitNanos() {
        return queue == null || dropped ? 0 : queue.waitNanos();
    }

    /** Any error of at most 32 bits in a row changes a CRC of 32 bits; this one is within one byte. */
    void damage(byte[] bytes) {
        start(DAMAGE, Long.MIN_VALUE + frame);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 + random.nextInt(255));
    }

    void wipe() {
        if (queue != null) {
            queue.clear();
        }
    }
}
