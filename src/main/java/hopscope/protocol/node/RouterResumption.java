package hopscope.protocol.node;

import hopscope.protocol.Effects;
import hopscope.protocol.routing.Router;

/** Lets a router begin with what it would know after a long life. */
@FunctionalInterface
public interface RouterResumption {
    /** Instead of {@link Router#start}; the neighbours are there already. */
    void resume(Router router, long nowNanos, Effects out);
}
