package hopscope.network;

import hopscope.document.Position;
import java.util.List;

/**
 * A node as written, with the places of its parts; a part that could not be read is absent.
 *
 * @param at where the entry starts
 * @param id {@code null} if it could not be read
 * @param address {@code null} if it could not be read
 * @param key {@code null} if there is none
 */
record NodeEntry(
        Position at, Place<Integer> id, Place<Address> address, Place<String> key, List<Place<Integer>> neighbours) {
    /** A value and where it stands. */
    record Place<T>(Position at, T value) {}

    /** Where a node listens; the host's name is not resolved. */
    record Address(String host, int port) {}

    /** The node of an entry that was read without problems. */
    NetworkNode toNode() {
        return new NetworkNode(
                id.value(),
                address.value().host(),
                address.value().port(),
                key == null ? null : key.value(),
                neighbours.stream().map(Place::value).toList());
    }
}
