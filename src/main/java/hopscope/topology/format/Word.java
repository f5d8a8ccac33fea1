package hopscope.topology.format;

import hopscope.topology.TopologyFormatException;

/**
 * A piece of a text file and where it stands.
 *
 * @param text without quotes
 * @param line from 1
 * @param column from 1
 * @param quoted whether it stood in quotes
 */
record Word(String text, int line, int column, boolean quoted) {
    private static final int SHOWN_MAX = 40;

    Word(String text, int line, int column) {
        this(text, line, column, false);
    }

    /** Whether it is this sign or word, unquoted. */
    boolean is(String sign) {
        return !quoted && text.equals(sign);
    }

    /** Something is wrong at this place. */
    TopologyFormatException wrong(String message) {
        return new TopologyFormatException(message, line, column);
    }

    /** This was found instead of what was expected. */
    TopologyFormatException instead(String expected) {
        return wrong("found " + shown() + ", expected " + expected);
    }

    private String shown() {
        return text.length() > SHOWN_MAX ? "'" + text.substring(0, SHOWN_MAX) + "…'" : "'" + text + "'";
    }

    int whole(String name, int most) throws TopologyFormatException {
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw instead(name + ", a whole number from 0 to " + most);
    }

    double number(String name) throws TopologyFormatException {
        return number(name, -Double.MAX_VALUE);
    }

    double number(String name, double least) throws TopologyFormatException {
        try {
            return Quantities.number(name, text, least);
        } catch (BadQuantity bad) {
            throw wrong(bad.getMessage());
        }
    }

    long latencyNanos(String name, String unitByDefault) throws TopologyFormatException {
        try {
            return Quantities.latencyNanos(name, text, unitByDefault);
        } catch (BadQuantity bad) {
            throw wrong(bad.getMessage());
        }
    }

    int lossPpm(String name) throws TopologyFormatException {
        try {
            return Quantities.lossPpm(name, text);
        } catch (BadQuantity bad) {
            throw wrong(bad.getMessage());
        }
    }

    long bandwidthBps(String name, String unitByDefault) throws TopologyFormatException {
        try {
            return Quantities.bandwidthBps(name, text, unitByDefault);
        } catch (BadQuantity bad) {
            throw wrong(bad.getMessage());
        }
    }
}
