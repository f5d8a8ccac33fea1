package hopscope.protocol.node;

import java.util.function.LongSupplier;

/** A deadline as of when it was asked for last, unless something came since that may have changed it. */
final class RememberedDeadline {
    private final LongSupplier source;
    private long nanos;
    private boolean isKnown;

    /** @param source tells the deadline; asked as seldom as possible */
    RememberedDeadline(LongSupplier source) {
        this.source = source;
    }

    long nanos() {
        if (!isKnown) {
            nanos = source.getAsLong();
            isKnown = true;
        }
        return nanos;
    }

    /** Something comes that may change the deadline. */
    void forget() {
        isKnown = false;
    }
}
