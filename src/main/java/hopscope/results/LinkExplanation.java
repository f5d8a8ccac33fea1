package hopscope.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.scenario.EdgeSpec;
import hopscope.scenario.LinkPlan;
import hopscope.scenario.LoadedScenario;
import hopscope.topology.Topology;
import java.util.List;
import java.util.Locale;

/** What a link of a scenario does to frames in both directions, and which line set each value. */
public final class LinkExplanation {
    private final LoadedScenario loaded;
    private final Topology topology;
    private final LinkPlan plan;
    private final int link;
    private final int direction;

    /**
     * @param from a node
     * @param to another, with a link to it
     */
    public LinkExplanation(LoadedScenario loaded, int from, int to) {
        this.loaded = loaded;
        this.topology = loaded.topology();
        this.plan = new LinkPlan(loaded.scenario().links(), topology);
        this.link = topology.linkBetween(from, to);
        this.direction = topology.endA(link) == from ? 2 * link : 2 * link + 1;
    }

    /** For people: one block if both directions are alike, else one for each. */
    public String text() {
        StringBuilder out = new StringBuilder();
        boolean alike = plan.origins(direction).equals(plan.origins(direction ^ 1))
                && plan.className(direction).equals(plan.className(direction ^ 1));
        append(out, direction, alike ? " - " : " -> ");
        if (!alike) {
            append(out.append('\n'), direction ^ 1, " -> ");
        }
        return out.toString();
    }

    private void append(StringBuilder out, int one, String arrow) {
        out.append(begin(one)).append(arrow).append(begin(one ^ 1));
        out.append(", class ").append(plan.className(one)).append('\n');
        for (LinkPlan.Origin origin : plan.origins(one)) {
            String place = place(origin.path());
            String where = place.isEmpty() ? "default" : place + " (" + origin.path() + ")";
            out.append(String.format(Locale.ROOT, "  %-10s %-32s %s\n", origin.name(), origin.text(), where));
        }
    }

    private String begin(int one) {
        return topology.name((one & 1) == 0 ? topology.endA(link) : topology.endB(link));
    }

    /** {@code file:line:column}, or empty for a default that is written nowhere. */
    private String place(String path) {
        if (!path.equals(LinkPlan.TOPOLOGY)) {
            return path.isEmpty() ? "" : loaded.place(path);
        }
        if (loaded.scenario().topology().file() == null) {
            return loaded.place(edgePath());
        }
        int line = topology.facts().line(link);
        return topology.facts().source() + (line == 0 ? "" : ":" + line);
    }

    private String edgePath() {
        List<EdgeSpec> edges = loaded.scenario().topology().edges();
        for (int i = 0; i < edges.size(); i++) {
            int a = topology.indexOf(edges.get(i).a().name());
            int b = topology.indexOf(edges.get(i).b().name());
            if (a >= 0 && b >= 0 && topology.linkBetween(a, b) == link) {
                return "topology.edges." + i;
            }
        }
        return "topology";
    }

    /** For programs: {@code directions}, each with {@code from, to, class, settings}. */
    public String json() {
        ObjectNode root = JsonText.object();
        for (int one : new int[] {direction, direction ^ 1}) {
            ObjectNode entry = root.withArray("directions").addObject();
            entry.put("from", begin(one));
            entry.put("to", begin(one ^ 1));
            entry.put("class", plan.className(one));
            ObjectNode settings = entry.putObject("settings");
            for (LinkPlan.Origin origin : plan.origins(one)) {
                String place = place(origin.path());
                ObjectNode setting = settings.putObject(origin.name());
                setting.put("value", origin.text());
                setting.put("set_at", place.isEmpty() ? "default" : place);
                setting.put("path", place.isEmpty() ? "" : origin.path());
            }
        }
        return JsonText.render(root);
    }
}
