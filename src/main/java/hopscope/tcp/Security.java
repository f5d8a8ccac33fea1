package hopscope.tcp;

import hopscope.tcp.identity.Identity;
import java.util.Map;
import java.util.TreeMap;

/** How connections are protected. */
public sealed interface Security permits Security.None, Security.Tls {
    /**
     * Not at all: everybody is believed to be the node that it says. For the loopback interface.
     *
     * @param insecureBind whether it may listen, or dial, on other interfaces all the same
     */
    record None(boolean insecureBind) implements Security {
        /** On the loopback interface only. */
        public None() {
            this(false);
        }
    }

    /**
     * TLS 1.3 with keys known beforehand, at both ends.
     *
     * @param own who this node is
     * @param allowList key fingerprint of every node that may connect, by id; no key twice
     */
    record Tls(Identity own, Map<Integer, String> allowList) implements Security {
        public Tls {
            allowList = new TreeMap<>(allowList);
            if (allowList.values().stream().distinct().count() < allowList.size()) {
                throw new IllegalArgumentException("two nodes with one key in the allow-list");
            }
        }

        @Override
        public Map<Integer, String> allowList() {
            return new TreeMap<>(allowList);
        }
    }
}
