package hopscope.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.results.FixedDecimals;
import java.math.BigDecimal;

/** JSON that may stand inside a script element of HTML. */
final class PageJson {
    private PageJson() {}

    /** Puts a number in the same digits on any JDK, or {@code null} for NaN. */
    static void put(ObjectNode object, String name, double value) {
        if (Double.isNaN(value)) {
            object.putNull(name);
        } else {
            object.put(name, new BigDecimal(FixedDecimals.text(value)));
        }
    }

    /** As {@link #put}, to the end of an array. */
    static void add(ArrayNode array, double value) {
        if (Double.isNaN(value)) {
            array.addNull();
        } else {
            array.add(new BigDecimal(FixedDecimals.text(value)));
        }
    }

    /** The text without any character that means something to HTML; a JSON parser reads the same data. */
    static String text(JsonNode data) {
        return data.toString()
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
