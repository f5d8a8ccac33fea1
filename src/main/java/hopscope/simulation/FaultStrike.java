package hopscope.simulation;

/**
 * One occurrence of a fault, as observers hear of it.
 *
 * @param fault number of the fault in the scenario, from 1, in the order written
 * @param occurrence number of this occurrence of it, from 1; 0 if it never happened
 * @param kind what happened, in the words of the scenario; what repeats by itself is told apart: a flap is {@code
 *     link-down} and {@code link-up}, churn is {@code node-down} and {@code node-up}, and {@code recover} ends {@code degrade}
 * @param subject which nodes or links, for people
 * @param status whether it happened
 */
public record FaultStrike(int fault, int occurrence, String kind, String subject, Status status) {
    /** What became of an occurrence. */
    public enum Status {
        /** It changed something. */
        STRUCK("struck"),
        /** There was nothing to do: what was to break was broken, or what was to be mended was whole. */
        NO_EFFECT("no-effect"),
        /** What it waited for never came. */
        NOT_FIRED("not-fired");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The word in results. */
        public String label() {
            return label;
        }
    }
}
