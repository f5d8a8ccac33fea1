package hopscope.scenario;

/**
 * The keys that every entry of {@code protocols} has; the settings of its protocol stand beside them.
 *
 * @param name default: that of the protocol
 * @param use which protocol
 */
record ProtocolEntry(
        @Setting(
                about =
                        "Names the entry in results: letters, digits, dot, underscore, hyphen; that of the protocol if not given.")
        String name,

        @Setting(about = "Which protocol; its settings may follow, else they are those under routing.", required = true)
        Protocol use) {}
