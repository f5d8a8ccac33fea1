package hopscope.scenario;

/**
 * Nodes that come and go: each is up for a time drawn from one distribution, down for one drawn from another, and so on.
 * Every node has a random stream of its own. All are up at the beginning.
 *
 * @param nodes which, or {@code null}
 * @param group which, or {@code null}; exactly one of the two is given
 * @param session how long a node is up
 * @param downtime how long it is down
 * @param state what a node keeps; default wiped
 * @param until no node goes down at or after this time; {@code null} means the end of the run
 */
public record ChurnSpec(
        @Setting(about = "The nodes that come and go: each (all nodes), a node or a list.")
        NodeSelector nodes,

        @Setting(about = "The nodes that come and go, as a group.")
        NodeGroup group,

        @Setting(about = "How long a node is up.", required = true)
        LifetimeSpec session,

        @Setting(about = "How long a node is down.", required = true)
        LifetimeSpec downtime,

        @Setting(about = "What a node keeps while it is down.", byDefault = "wiped")
        NodeState state,

        @Setting(about = "No node goes down at or after this time; the end of the run if it is not given.")
        TimeSpan until) {
    public ChurnSpec {
        state = state == null ? NodeState.WIPED : state;
    }
}
