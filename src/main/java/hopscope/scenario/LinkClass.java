package hopscope.scenario;

/**
 * A named kind of link; results are told apart by it.
 *
 * @param name of the class
 * @param match its links; {@code null} means those to which the network file gives a class of this name
 * @param settings what its links do to frames
 */
public record LinkClass(
        @Setting(about = "Names the class in results.", required = true)
        String name,

        @Setting(about = "Its links; if not given, those to which the network file gives a class of this name.")
        LinkMatch match,

        LinkSettings settings) {
    /** What links of no class belong to. */
    public static final String DEFAULT = "default";
}
