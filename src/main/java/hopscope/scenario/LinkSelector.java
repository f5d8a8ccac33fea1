package hopscope.scenario;

/**
 * Settings of some links.
 *
 * @param match which
 * @param settings what they do to frames
 */
public record LinkSelector(
        @Setting(about = "Which links.", required = true) LinkMatch match, LinkSettings settings) {}
