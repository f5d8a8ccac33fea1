package hopscope.scenario;

import hopscope.document.Position;
import hopscope.document.YamlNode;
import hopscope.scenario.LatencySpec.Distribution;
import hopscope.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks the settings of links, and that classes, selectors and single links mean links that exist. */
final class LinksCheck {
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    /** TCP and IP headers take 40 bytes; IPv4 (RFC 791) asks for 68 at least. */
    private static final int MTU_MIN_BYTES = 68;

    private final CheckContext context;
    private final NodeNames names;

    LinksCheck(CheckContext context, NodeNames names) {
        this.context = context;
        this.names = names;
    }

    /** @param topology {@code null} if there is none */
    void run(Topology topology) {
        if (!(context.root().value("links") instanceof YamlNode.Mapping links)) {
            return;
        }
        int reports = context.problems().reports();
        checkSettings(links, context.scenario().links().settings());
        checkClasses(links);
        checkSelectors(links);
        checkSingle(links);
        if (topology != null && context.problems().reports() == reports) {
            warn(links, new LinkPlan(context.scenario().links(), topology));
        }
    }

    private static List<YamlNode> items(YamlNode.Mapping links, String key) {
        return links.value(key) instanceof YamlNode.Sequence list ? list.items() : List.of();
    }

    private void checkClasses(YamlNode.Mapping links) {
        Map<String, Position> seen = new HashMap<>();
        for (YamlNode item : items(links, "classes")) {
            context.binder().sound(item, LinkClass.class).ifPresent(entry -> {
                YamlNode.Mapping mapping = (YamlNode.Mapping) item;
                Position at = mapping.valueAt("name");
                Position earlier = seen.putIfAbsent(entry.name(), at);
                if (!CLASS_NAME.matcher(entry.name()).matches() || entry.name().equals(LinkClass.DEFAULT)) {
                    context.problems()
                            .add(
                                    at,
                                    "'" + QuantityParser.shortened(entry.name()) + "' cannot name a class",
                                    "1 to 50 letters, digits, '.', '_' or '-', a letter or digit first, but not '"
                                            + LinkClass.DEFAULT + "', which links of no class belong to");
                } else if (earlier != null) {
                    context.problems()
                            .add(
                                    at,
                                    "a second class '" + entry.name() + "', the first stands at line " + earlier.line(),
                                    "a name of its own");
                }
                if (entry.match() != null) {
                    checkMatch((YamlNode.Mapping) mapping.value("match"), entry.match());
                }
                checkSettings(mapping, entry.settings());
            });
        }
    }

    private void checkSelectors(YamlNode.Mapping links) {
        for (YamlNode item : items(links, "selectors")) {
            context.binder().sound(item, LinkSelector.class).ifPresent(entry -> {
                YamlNode.Mapping mapping = (YamlNode.Mapping) item;
                checkMatch((YamlNode.Mapping) mapping.value("match"), entry.match());
                checkSettings(mapping, entry.settings());
            });
        }
    }

    private void checkSingle(YamlNode.Mapping links) {
        for (YamlNode item : items(links, "single")) {
            context.binder().sound(item, SingleLink.class).ifPresent(entry -> {
                YamlNode.Mapping mapping = (YamlNode.Mapping) item;
                if ((entry.link() == null) == (entry.direction() == null)) {
                    context.problems()
                            .add(
                                    entry.link() == null ? mapping.at() : mapping.keyAt("direction"),
                                    entry.link() == null
                                            ? "this does not say which link"
                                            : "'link' and 'direction' are both given",
                                    "one of link: [a, b] for both directions, direction: [a, b] for that from a to b");
                } else {
                    String key = entry.link() == null ? "direction" : "link";
                    checkLink(mapping.value(key), entry.link() == null ? entry.direction() : entry.link());
                }
                checkSettings(mapping, entry.settings());
            });
        }
    }

    private void checkLink(YamlNode node, LinkRef ends) {
        boolean known = names.require(ends.a(), CheckContext.itemAt(node, 0), context.problems());
        known &= names.require(ends.b(), CheckContext.itemAt(node, 1), context.problems());
        if (known) {
            names.requireLink(ends.a(), ends.b(), node.at(), context.problems());
        }
    }

    private void checkMatch(YamlNode.Mapping mapping, LinkMatch match) {
        if (mapping.entries().isEmpty()) {
            context.problems()
                    .add(
                            mapping.at(),
                            "there is no condition",
                            "one at least of " + String.join(", ", ScenarioKeys.of(LinkMatch.class)));
        }
        if (match.links() != null && mapping.value("links") instanceof YamlNode.Sequence list) {
            for (int i = 0; i < match.links().size(); i++) {
                checkLink(list.items().get(i), match.links().get(i));
            }
        }
        checkPatterns(mapping.value("nodes"), match.nodes());
        checkPatterns(mapping.value("touching"), match.touching());
        checkPatterns(mapping.value("from"), match.from());
        checkPatterns(mapping.value("to"), match.to());
    }

    private void checkPatterns(YamlNode node, NodePatterns patterns) {
        for (int i = 0; patterns != null && i < patterns.patterns().size(); i++) {
            String pattern = patterns.patterns().get(i);
            Position at = CheckContext.itemAt(node, i);
            if (!NodePatterns.isPattern(pattern)) {
                names.require(new NodeRef(pattern), at, context.problems());
            } else if (!names.anyMatches(pattern)) {
                context.problems().add(at, "no node's name fits '" + pattern + "'", "the names of nodes, with * and ?");
            }
        }
    }

    /** @param holder the mapping that the settings stand in */
    private void checkSettings(YamlNode.Mapping holder, LinkSettings settings) {
        LatencyCheck.run(context, holder);
        if (holder.value("loss") instanceof YamlNode.Mapping loss) {
            context.binder().sound(loss, LossSpec.class).ifPresent(spec -> LossCheck.run(context, loss, spec));
        }
        if (settings.mtu() != null
                && holder.has("mtu")
                && settings.mtu().bytes() != 0
                && settings.mtu().bytes() < MTU_MIN_BYTES) {
            context.problems()
                    .add(
                            holder.valueAt("mtu"),
                            "an mtu of " + settings.mtu().bytes() + "B leaves no room for data",
                            MTU_MIN_BYTES + "B at least, or 0B for no limit");
        }
    }

    private void warn(YamlNode.Mapping links, LinkPlan plan) {
        List<YamlNode> classes = items(links, "classes");
        for (int i = 0; i < classes.size(); i++) {
            if (!plan.classMatchesAny(i)) {
                String name = context.scenario().links().classes().get(i).name();
                context.warnings().add(classes.get(i).at(), "no link belongs to the class '" + name + "'");
            }
        }
        List<YamlNode> selectors = items(links, "selectors");
        for (int i = 0; i < selectors.size(); i++) {
            if (!plan.selectorMatchesAny(i)) {
                context.warnings().add(selectors.get(i).at(), "this selector means no link");
            }
        }
        LinkSettings all = context.scenario().links().defaults();
        boolean steady = all.latency().distribution() == Distribution.CONSTANT
                && all.jitter().sd().nanos() == 0;
        if (links.has("reorder") && all.reorder().ppm() > 0 && steady && classes.isEmpty() && selectors.isEmpty()) {
            context.warnings()
                    .add(
                            links.valueAt("reorder"),
                            "with a constant latency no frame overtakes another; give the latency a jitter");
        }
        if (links.has("queue") && all.bandwidth().isUnlimited() && classes.isEmpty() && selectors.isEmpty()) {
            context.warnings().add(links.valueAt("queue"), "without a bandwidth nothing ever waits");
        }
    }
}
