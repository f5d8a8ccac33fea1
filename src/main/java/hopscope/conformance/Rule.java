package hopscope.conformance;

/** What is checked. */
public enum Rule {
    /** Nothing is thrown, whatever links and nodes do. */
    SURVIVES("no exception under random faults, losses, duplicates and restarts"),
    /** The answers of a router fit its neighbours and each other. */
    KEEPS_CONTRACT("next hops are neighbours, paths are paths, changes are reported, waits end"),
    /** The same seed gives the same run. */
    REPEATS("the same seed gives the same run, event by event"),
    /** Messages do not change and can be written. */
    CROSSES_THE_WIRE("encoded frames give the same run as messages passed by reference"),
    /** On a network that stays as it is, everybody reaches everybody in the end. */
    REACHES("every node reaches every other on networks that stay as they are, with and without loss"),
    /** Where nothing happens, nothing grows. */
    STAYS_BOUNDED("entries and traffic do not grow where nothing happens"),
    /** What a peer sends wrong is refused, and no more. */
    REFUSES_RUBBISH("messages of other protocols and damaged ones are refused without an exception");

    private final String meaning;

    Rule(String meaning) {
        this.meaning = meaning;
    }

    /** What it asks for, in words. */
    public String meaning() {
        return meaning;
    }

    /** The name for people, such as {@code keeps-contract}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
