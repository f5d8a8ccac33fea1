package hopscope.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopscope.chart.DeclaredCharts;
import hopscope.chart.NoFontsException;
import hopscope.chart.Observations;
import hopscope.scenario.ChartSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The charts that a scenario declares as pictures inside the page; where there are no fonts, none. */
final class DeclaredPictures {
    private DeclaredPictures() {}

    static void addTo(ObjectNode data, List<ChartSpec> charts, Observations results) {
        ArrayNode pictures = data.putArray("pictures");
        try {
            DeclaredCharts.pictures(charts, results)
                    .forEach(picture -> pictures.addObject()
                            .put("title", picture.title())
                            .put(
                                    "svg",
                                    Base64.getEncoder()
                                            .encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8))));
        } catch (NoFontsException e) {
            pictures.removeAll();
        }
    }
}
