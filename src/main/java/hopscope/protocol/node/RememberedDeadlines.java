package hopscope.protocol.node;

import java.util.function.LongSupplier;

/** A node's two deadlines as of when they were asked for last, unless something came since that may have changed them. */
final class RememberedDeadlines {
    private final LongSupplier routing;
    private final LongSupplier delivery;
    private long routingNanos;
    private long deliveryNanos;
    private boolean knowsRouting;
    private boolean knowsDelivery;

    /**
     * @param routing tells the deadline of what routes; asked as seldom as possible
     * @param delivery tells the deadline of what delivers, likewise
     */
    RememberedDeadlines(LongSupplier routing, LongSupplier delivery) {
        this.routing = routing;
        this.delivery = delivery;
    }

    /** The earlier one. */
    long nanos() {
        if (!knowsRouting) {
            routingNanos = routing.getAsLong();
            knowsRouting = true;
        }
        return Math.min(routingNanos, deliveryNanos());
    }

    long deliveryNanos() {
        if (!knowsDelivery) {
            deliveryNanos = delivery.getAsLong();
            knowsDelivery = true;
        }
        return deliveryNanos;
    }

    /** Whether {@link #nanos} may say something else than when it was asked last. */
    boolean mayHaveChanged() {
        return !knowsRouting || !knowsDelivery;
    }

    /** The earlier one without anything remembered. */
    long fresh() {
        forgetRouting();
        forgetDelivery();
        return nanos();
    }

    /** Something comes that may change the deadline of what routes. */
    void forgetRouting() {
        knowsRouting = false;
    }

    /** Something comes that may change the deadline of what delivers. */
    void forgetDelivery() {
        knowsDelivery = false;
    }
}
