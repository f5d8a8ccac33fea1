package hopscope.engine;

/** What the world does when an event's time has come. */
public interface EventHandler {
    /**
     * An event that was scheduled.
     *
     * @param kind as scheduled
     * @param first as scheduled
     * @param second as scheduled
     * @param payload as scheduled
     */
    void handle(int kind, int first, int second, Object payload);

    /** The wake-up that a source had armed; it is disarmed now. */
    void wake(int source);
}
