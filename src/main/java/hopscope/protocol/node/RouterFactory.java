package hopscope.protocol.node;

import hopscope.protocol.StableStorage;
import hopscope.protocol.routing.Neighbours;
import hopscope.protocol.routing.Router;
import hopscope.random.RandomStream;

/** Makes the router of a new node: the choice of the protocol. */
@FunctionalInterface
public interface RouterFactory {
    /**
     * @param self id of the node
     * @param neighbours the node's, kept up to date by it
     * @param random the node's own stream
     * @param storage the node's, with what its earlier lives have left there
     */
    Router create(int self, Neighbours neighbours, RandomStream random, StableStorage storage);
}
