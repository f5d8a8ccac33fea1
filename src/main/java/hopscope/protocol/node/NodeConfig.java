package hopscope.protocol.node;

import hopscope.protocol.reliability.ReliabilityConfig;
import hopscope.protocol.session.SessionConfig;

/**
 * What a node is told at birth.
 *
 * @param id not negative
 * @param hopLimit links that a message may cross, 1 … 255
 * @param session of the handshake
 * @param reliability of message delivery
 */
public record NodeConfig(int id, int hopLimit, SessionConfig session, ReliabilityConfig reliability) {}
