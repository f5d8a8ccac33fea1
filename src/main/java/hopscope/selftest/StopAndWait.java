package hopscope.selftest;

/**
 * The exact course of one message that is sent until it is acknowledged, or until the last retransmission: data and
 * acknowledgement are lost independently, each with the same probability.
 */
final class StopAndWait {
    private final double loss;
    private final int limit;
    private double notDelivered;
    private double neverAcknowledged;
    private double transmissions;
    private double transmissionsSquared;
    private double duplicates;
    private double duplicatesSquared;

    /**
     * @param loss probability that data are lost on their way, and an acknowledgement on its way back
     * @param retries transmissions after the first, at most 12: there are 3^retries courses
     */
    StopAndWait(double loss, int retries) {
        this.loss = loss;
        this.limit = retries + 1;
        follow(0, 0, 1);
    }

    /** Mean and variance of a figure per message. */
    record Moments(double mean, double variance) {
        static Moments share(double probability) {
            return new Moments(probability, probability * (1 - probability));
        }
    }

    /** Sums over all courses from here on. */
    private void follow(int sent, int copies, double probability) {
        if (sent == limit) {
            neverAcknowledged += probability;
            end(sent, copies, probability);
            return;
        }
        follow(sent + 1, copies, probability * loss);
        follow(sent + 1, copies + 1, probability * (1 - loss) * loss);
        end(sent + 1, copies + 1, probability * (1 - loss) * (1 - loss));
    }

    private void end(int sent, int copies, double probability) {
        int extra = Math.max(0, copies - 1);
        notDelivered += copies == 0 ? probability : 0;
        transmissions += probability * sent;
        transmissionsSquared += probability * sent * sent;
        duplicates += probability * extra;
        duplicatesSquared += probability * extra * extra;
    }

    Moments transmissions() {
        return new Moments(transmissions, transmissionsSquared - transmissions * transmissions);
    }

    /** Copies at the receiver after the first. */
    Moments duplicates() {
        return new Moments(duplicates, duplicatesSquared - duplicates * duplicates);
    }

    /** Messages that the sender reports as lost. */
    Moments givenUp() {
        return Moments.share(neverAcknowledged);
    }

    /** Messages of which no copy arrives. */
    Moments notDelivered() {
        return Moments.share(notDelivered);
    }
}
