package hopscope.scenario;

/**
 * The keys of an entry of {@code protocols} that uses a protocol of a plugin; the settings of the protocol stand beside them.
 *
 * @param name default: that of the protocol
 * @param use which protocol
 * @param plugin the build of the plugin that the results come from; must be the loaded one if given
 */
record PluginEntry(
        @Setting(about = "Names the entry in results; that of the protocol if not given.")
        String name,

        @Setting(about = "Which protocol.", required = true) String use,

        @Setting(about = "The plugin's build as effective scenarios name it, which must be the one loaded then.")
        String plugin) {}
