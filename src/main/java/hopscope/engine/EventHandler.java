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

    /**
     * Some events will come soon, if nothing cancels them: a chance to read what they need from memory, for many at once, so
     * that it is in the cache by then. Comes only where many events wait. Nothing may change by it or depend on it.
     *
     * @param events valid during the call only
     */
    default void expect(EventsAhead events) {}
}
