package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import hopscope.scenario.RoutingSpec.SourceRouting;
import hopscope.topology.Topology;
import java.util.List;
import java.util.Locale;

/** Says where a network is so large that, unless asked otherwise, only some of its nodes have their routes followed. */
final class FollowedSourcesCheck {
    private FollowedSourcesCheck() {}

    static void run(CheckContext context, Topology topology) {
        List<YamlNode> items = context.items("protocols");
        List<ProtocolSpec> protocols = context.scenario().protocols();
        for (int i = 0; i < protocols.size(); i++) {
            int nodes = topology.nodeCount();
            if (protocols.get(i).settings() instanceof SourceRouting spec
                    && spec.followedSources() == null
                    && spec.followedSourcesOf(nodes) < nodes) {
                Position at = items.isEmpty()
                        ? context.root().keyAt("topology")
                        : items.get(i).at();
                context.warnings()
                        .add(
                                at,
                                String.format(
                                        Locale.ROOT,
                                        "of %,d nodes the routes of %d, drawn by the seed, are followed: the convergence "
                                                + "figures of %s speak of those (followed-sources changes that)",
                                        nodes,
                                        spec.followedSourcesOf(nodes),
                                        protocols.get(i).name()));
            }
        }
    }
}
