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
public record FaultSpec(
        @Setting(about = "When it happens, before the end of the run.", required = true)
        TimeSpan at,

        @Setting(about = "The two ends of a link that stops carrying frames.")
        List<NodeRef> linkDown,

        @Setting(about = "The two ends of a link that works again.")
        List<NodeRef> linkUp,

        @Setting(about = "A node that stops and loses its state.")
        NodeRef nodeDown,

        @Setting(about = "A node that starts anew under the same identity.")
        NodeRef nodeUp) {}
