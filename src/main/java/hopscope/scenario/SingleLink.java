package hopscope.scenario;

/**
 * Settings of one link, or of one of its directions; exactly one of the two is given.
 *
 * @param link both directions of it
 * @param direction from the first node to the second only
 * @param settings what it does to frames
 */
public record SingleLink(
        @Setting(about = "The two ends of a link, both directions of which are meant.")
        LinkRef link,

        @Setting(about = "Two ends of a link; only the direction from the first to the second is meant.")
        LinkRef direction,

        LinkSettings settings) {}
