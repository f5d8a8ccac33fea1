package hopscope.network;

import hopscope.document.BadValue;
import hopscope.network.NodeEntry.Address;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code HOST} and {@code HOST:PORT}, where an IPv6 address stands in brackets: {@code [::1]:30001}. */
public final class AddressText {
    static final String EXPECTED = "HOST:PORT such as 127.0.0.1:30001, or HOST for port 30000 + id";

    private static final int LENGTH_MAX = 40;
    private static final int PORT_MAX = 65_535;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[([0-9a-fA-F:.%A-Za-z]+)]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,9}))?");

    private AddressText() {}

    /**
     * The address that a text names, not resolved yet.
     *
     * @param defaultPort for a text that names none
     * @throws BadValue if it is none; the message says how
     */
    public static InetSocketAddress unresolved(String text, int defaultPort) throws BadValue {
        Address address = parse(text, defaultPort, true);
        return InetSocketAddress.createUnresolved(address.host(), address.port());
    }

    /** @param defaultKnown whether the default port may be judged */
    static Address parse(String text, int defaultPort, boolean defaultKnown) throws BadValue {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            boolean bare = text.indexOf(':') != text.lastIndexOf(':') && text.indexOf('[') < 0;
            throw new BadValue(quoted(text) + " is no address", EXPECTED + (bare ? "; IPv6 as [::1]:30001" : ""));
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        if (matcher.group(3) == null) {
            if (defaultKnown && defaultPort > PORT_MAX) {
                throw new BadValue(quoted(text) + " names no port, and 30000 + id is none", "HOST:PORT");
            }
            return new Address(host, defaultPort);
        }
        int port = Integer.parseInt(matcher.group(3));
        if (port < 1 || port > PORT_MAX) {
            throw new BadValue("'" + matcher.group(3) + "' is no port", "1 to " + PORT_MAX);
        }
        return new Address(host, port);
    }

    static String quoted(String text) {
        return "'" + (text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…") + "'";
    }
}
