package hopscope.scenario;

/**
 * One flow, or a family of flows, of messages. With {@code every} the messages come at a constant pace, the first at
 * {@code start}; with {@code rate} they come as a Poisson process from {@code start} on. Exactly one of the two is
 * given, unless {@code count} is 1: then neither is needed and the message is sent at {@code start}.
 *
 * <p>{@code each} and lists make one flow for each ordered pair (never to oneself); {@code any} draws the node for each
 * message.
 *
 * @param from sources
 * @param to destinations
 * @param start of the flow; default 0 s
 * @param every constant time between messages of one flow, or {@code null}
 * @param rate mean rate of one flow's Poisson process, or {@code null}
 * @param count messages of one flow, or {@code null} for no limit
 * @param stop no message at or after this time; {@code null} means the end of the run
 * @param payload what each message carries; default 64 zero bytes
 */
public record TrafficSpec(
        @Setting(about = "Sources: any (one drawn per message), each (all nodes), a node or a list.", required = true)
        NodeSelector from,

        @Setting(
                about = "Destinations: any (one drawn per message), each (all nodes), a node or a list.",
                required = true)
        NodeSelector to,

        @Setting(about = "When the flow starts.", byDefault = "0s")
        TimeSpan start,

        @Setting(about = "Constant time between messages.", min = "1ns")
        TimeSpan every,

        @Setting(about = "Mean rate of a Poisson process.") Rate rate,

        @Setting(about = "Messages of one flow; no limit if it is not given.", min = "1", max = "1000000000")
        Integer count,

        @Setting(about = "No message at or after this time; the end of the run if it is not given.")
        TimeSpan stop,

        @Setting(about = "What a message carries: so many zero bytes, or given bytes.", byDefault = "64B")
        Payload payload) {
    public TrafficSpec {
        start = start == null ? new TimeSpan(0) : start;
        payload = payload == null ? new Payload(64, null) : payload;
    }
}
