/**
 * Reliable messages: each accepted message is handled once at its destination, or reported as lost to its sender.
 *
 * <p><b>Sender.</b> Every message gets a snowflake id and a place in a bounded window; when the window is full the caller
 * is told and nothing is queued. A message that is not acknowledged in time is sent again after exponentially growing,
 * jittered waits; after the last one it is reported as lost and forgotten.
 *
 * <p><b>Receiver.</b> It remembers (source, id) of every message it handled, for a time, and acknowledges a copy of a
 * known one without handling it again. The source is part of the key because ids of more than 1,024 nodes repeat.
 *
 * <p><b>Timers.</b> One for each message in the window, one for cleaning the receiver's memory. Left out: congestion
 * control, ordering, any persistence.
 *
 * <p>Source: the design document, part two; snowflake ids after Twitter (2010). May import {@code random}, {@code
 * protocol}, {@code protocol.message} and the JDK. Read first: {@link hopscope.protocol.reliability.SendWindow}, {@link
 * hopscope.protocol.reliability.DuplicateFilter}.
 */
package hopscope.protocol.reliability;
