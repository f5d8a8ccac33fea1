package hopscope.simulation;

import hopscope.scenario.LinkClass;
import hopscope.scenario.LinkPlan;
import hopscope.scenario.LinkSettings;
import hopscope.scenario.LinksSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the model of each direction; directions with equal settings share one. For the time of building only. */
final class LinkUses {
    private final LinkPlan plan;
    private final List<LinkTally> tallies;
    private final Map<LinkSettings, LinkModel> models = new LinkedHashMap<>();

    /** By class, the default class last. */
    private final List<Map<LinkSettings, LinkUse>> uses = new ArrayList<>();

    /** @param tallies gets one for each class, the default class last */
    LinkUses(LinkPlan plan, LinksSpec spec, List<LinkTally> tallies) {
        this.plan = plan;
        this.tallies = tallies;
        spec.classes().forEach(entry -> addClass(entry.name()));
        addClass(LinkClass.DEFAULT);
    }

    private void addClass(String name) {
        tallies.add(new LinkTally(name));
        uses.add(new LinkedHashMap<>());
    }

    LinkUse of(int direction) {
        int index = plan.classIndex(direction);
        int classIndex = index < 0 ? uses.size() - 1 : index;
        return uses.get(classIndex)
                .computeIfAbsent(
                        plan.settings(direction),
                        settings ->
                                new LinkUse(models.computeIfAbsent(settings, LinkModel::new), tallies.get(classIndex)));
    }
}
