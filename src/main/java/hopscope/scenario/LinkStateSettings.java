package hopscope.scenario;

/** The settings that source routing and link-state routing share. */
public interface LinkStateSettings extends ProtocolSettings {
    /** A third: two renewals may be lost before a record dies, as with the timeouts of RFC 2453 and RFC 8966. */
    int REFRESHES_PER_LIFE = 3;

    /** Neighbours asked each round, at least 1. */
    Integer fanout();

    /** Each wait is drawn from interval·(1 ± jitter). */
    Share jitter();

    /** How records spread. */
    SpreadMode spread();

    /** Age at which a record ceases to count; 0 if records live for ever. */
    TimeSpan maxAge();

    /** After this time a node renews its own record; 0 if records live for ever. */
    TimeSpan refresh();

    /** Which of several shortest paths a message takes. */
    EqualCostRule equalCost();

    /** Whether sequence numbers go on after those of earlier lives. */
    Switch stableSequence();

    /** When the first round is due. */
    RoutingSpec.Start start();

    /** Enabled if every node begins with the records of all, else {@code null}. */
    Switch warmStart();

    /** Whether a forwarder tells the source of a broken path. */
    default Switch routeErrors() {
        return Switch.OFF;
    }

    /** The time of renewal that fits a largest age. */
    static TimeSpan refreshFor(TimeSpan maxAge) {
        return new TimeSpan(maxAge.nanos() / REFRESHES_PER_LIFE);
    }
}
