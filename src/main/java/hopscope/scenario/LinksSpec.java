package hopscope.scenario;

import java.util.List;

/**
 * What links do to frames. Settings are looked up one by one, and what stands later goes first: defaults, the network's
 * own, classes, selectors, single links, each list in the order written; see {@link LinkPlan}.
 *
 * @param settings defaults of all links; complete, or with a preset
 * @param classes named kinds of links
 * @param selectors settings of links by what they are like
 * @param single settings of links by their ends
 */
public record LinksSpec(
        LinkSettings settings,

        @Setting(about = "Named kinds of links.") List<LinkClass> classes,

        @Setting(about = "Settings of links by what they are like; they go before those of classes.")
        List<LinkSelector> selectors,

        @Setting(about = "Settings of single links or directions; they go before all others.")
        List<SingleLink> single) {
    public LinksSpec {
        settings = complete(settings == null ? LinkSettings.NONE : settings);
        classes = classes == null ? List.of() : List.copyOf(classes);
        selectors = selectors == null ? List.of() : List.copyOf(selectors);
        single = single == null ? List.of() : List.copyOf(single);
    }

    /** All links alike. */
    public LinksSpec(LatencySpec latency, Share loss) {
        this(
                new LinkSettings(
                        null,
                        latency,
                        null,
                        loss == null ? null : LossSpec.independent(loss),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                null,
                null);
    }

    /** Latency and loss are always written out, unless a preset stands for them. */
    private static LinkSettings complete(LinkSettings given) {
        if (given.preset() != null) {
            return given;
        }
        LinkSettings all = given.over(LinkSettings.DEFAULTS);
        return new LinkSettings(
                null,
                all.latency(),
                given.jitter(),
                all.loss(),
                given.duplicate(),
                given.reorder(),
                given.corrupt(),
                given.bandwidth(),
                given.queue(),
                given.mtu());
    }

    /** The settings of a link about which nothing else is said; complete. */
    public LinkSettings defaults() {
        return settings.over(LinkSettings.DEFAULTS);
    }

    /** Latency of a link about which nothing else is said. */
    public LatencySpec latency() {
        return defaults().latency();
    }

    /** Loss of a link about which nothing else is said. */
    public LossSpec loss() {
        return defaults().loss();
    }
}
