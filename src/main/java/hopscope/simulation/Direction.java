package hopscope.simulation;

import hopscope.random.Keys;
import hopscope.random.RandomStream;

/**
 * One direction of a link: the fate of each frame that is sent on it.
 *
 * <p>A frame waits for the bandwidth, takes its time to be sent, and is on its way for a latency that is drawn. Frames
 * arrive in the order in which they were sent, but for those drawn to be free of that rule. The k-th frame draws from
 * streams of its own, one for each feature: so it meets the same loss and latency whatever it carries and whatever else
 * is switched on. Only what must remember does: the state of burst losses, the correlated scores and the queue follow the
 * frames before.
 *
 * <p>Allocates nothing per frame. Not thread-safe.
 */
public final class Direction {
    /** What {@link #transmit} answers for a frame that does not arrive. */
    public static final long LOST = -1;

    private final LinkModel model;
    private final LinkUse use;
    private final long key;
    private final RandomStream random;

    /** {@code null} where the model is plain. */
    private final Impairments impairments;

    private long frameCount;
    private long lastArrival;

    /** What faults add. */
    private int extraLossPpm;

    private double latencyFactor = 1;

    /**
     * A direction on its own.
     *
     * @param model what it does to frames
     * @param key of all its draws
     */
    public Direction(LinkModel model, long key) {
        this(new LinkUse(model, new LinkTally("")), key, new RandomStream(0));
    }

    /** @param random restarted for each draw, so that many directions may share it */
    Direction(LinkUse use, long key, RandomStream random) {
        this.model = use.model();
        this.use = use;
        this.key = key;
        this.random = random;
        this.impairments = model.isPlain() ? null : new Impairments(model, use.tally(), key, random);
        use.addDirection();
    }

    /**
     * Sends a frame; times must not go back.
     *
     * @param frameBytes its length with its header
     * @return when it arrives, or {@link #LOST}
     */
    public long transmit(long nowNanos, int frameBytes) {
        long frame = frameCount++;
        use.countFrame(frameBytes);
        if (impairments != null) {
            return transmitImpaired(nowNanos, frameBytes, frame);
        }
        random.restart(Keys.of(key, frame));
        if (model.lossPpm > 0 && random.nextChance(model.lossPpm)) {
            use.tally().countLoss(1, 1);
            return LOST;
        }
        long latency = degraded(model.latency.drawNanos(random));
        if (isLostExtra(frame)) {
            use.tally().countLoss(1, 1);
            return LOST;
        }
        use.tally().countLoss(1, 0);
        return inOrder(nowNanos, nowNanos + latency);
    }

    /**
     * Makes the direction worse than it is by itself, or ends that.
     *
     * @param lossPpm loss beside its own, drawn from a stream of its own; 0 for none
     * @param factor what latencies are multiplied by; 1 for nothing
     */
    void degrade(int lossPpm, double factor) {
        extraLossPpm = lossPpm;
        latencyFactor = factor;
    }

    private long degraded(long latencyNanos) {
        return latencyFactor == 1 ? latencyNanos : (long) (latencyNanos * latencyFactor);
    }

    /** Whether what faults add loses the k-th frame. */
    private boolean isLostExtra(long frame) {
        if (extraLossPpm == 0) {
            return false;
        }
        random.restart(Keys.of(Keys.of(key, "degrade"), frame));
        return random.nextChance(extraLossPpm);
    }

    private long transmitImpaired(long nowNanos, int frameBytes, long frame) {
        long departure = impairments.depart(nowNanos, frameBytes, frame);
        if (departure == LOST) {
            return LOST;
        }
        if (isLostExtra(frame)) {
            use.tally().countLoss(1, 1);
            return LOST;
        }
        long arrival = departure + degraded(impairments.latencyNanos());
        if (impairments.isFree()) {
            use.tally().countArrival(arrival - nowNanos);
            impairments.setCopyArrival(
                    impairments.isCopied() ? departure + degraded(impairments.copyLatencyNanos()) : LOST);
            return arrival;
        }
        arrival = inOrder(nowNanos, arrival);
        if (impairments.isCopied()) {
            lastArrival = Math.max(arrival, departure + degraded(impairments.copyLatencyNanos()));
            impairments.setCopyArrival(lastArrival);
        }
        return arrival;
    }

    private long inOrder(long nowNanos, long drawn) {
        long arrival = Math.max(drawn, lastArrival);
        lastArrival = arrival;
        use.tally().countArrival(arrival - nowNanos);
        return arrival;
    }

    /** Reads its first and its last field; the answer means nothing. */
    long touch() {
        return lastArrival + (use == null ? 1 : 0);
    }

    /** When the second copy of the frame sent last arrives, or {@link #LOST} if there is none. */
    public long copyArrivalNanos() {
        return impairments == null ? LOST : impairments.copyArrivalNanos();
    }

    /** Whether the frame sent last, and its copy, arrive damaged. */
    public boolean isDamaged() {
        return impairments != null && impairments.isDamaged();
    }

    /**
     * Damages one byte of the frame sent last; any error within one byte changes its CRC.
     *
     * @param frame its bytes, which are changed
     */
    public void damage(byte[] frame) {
        impairments.damage(frame);
    }

    /** Whether the frame sent last was allowed to overtake others. */
    public boolean isFree() {
        return impairments != null && impairments.isFree();
    }

    /** Whether the frame sent last found the queue full. */
    public boolean isDropped() {
        return impairments != null && impairments.isDropped();
    }

    /** How long the frame sent last waited before its transmission began. */
    public long queueWaitNanos() {
        return impairments == null ? 0 : impairments.queueWaitNanos();
    }

    /** Forgets what is on the way: it holds up nothing that is sent later. */
    void wipe() {
        lastArrival = 0;
        if (impairments != null) {
            impairments.wipe();
        }
    }
}
