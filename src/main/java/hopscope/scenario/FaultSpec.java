package hopscope.scenario;

import java.util.List;

/**
 * One thing that breaks or is mended, at a given time; exactly one of the four kinds is given. A node that goes down
 * stops and loses its state; when it comes up it starts anew under the same identity.
 *
 * @param at when
 * @param linkDown the two ends of a link
 * @param linkUp the two ends of a link
 * @param nodeDown a node
 * @param nodeUp a node
 */
public record FaultSpec(TimeSpan at, List<NodeRef> linkDown, List<NodeRef> linkUp, NodeRef nodeDown, NodeRef nodeUp) {}
