package hopscope.chart;

import hopscope.scenario.Protocol;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How one protocol of a comparison is told from the others: by colour and marker. Colours are those of Okabe and Ito
 * ("Color Universal Design", 2008), told apart with any kind of colour vision; markers differ too, for print in black and
 * white.
 *
 * @param name of the protocol's entry in the scenario
 * @param place among the looks, from 0
 */
record Look(String name, int place) {
    /** The colours of Okabe and Ito without the yellow, which is too pale on white. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x00, 0x72, 0xB2),
            new Color(0xD5, 0x5E, 0x00),
            new Color(0x00, 0x9E, 0x73),
            new Color(0xCC, 0x79, 0xA7),
            new Color(0xE6, 0x9F, 0x00),
            new Color(0x56, 0xB4, 0xE9),
            new Color(0x00, 0x00, 0x00));

    /** One less than colours, so that a pair comes again only after 42 protocols. */
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS);

    private static final int BAND_ALPHA = 56;

    /**
     * A look for each protocol of a comparison. An entry named like an algorithm looks the same in every comparison; the
     * others take what is left, in their order.
     */
    static List<Look> of(List<String> names) {
        List<String> algorithms = Protocol.labels();
        List<Look> looks = new ArrayList<>();
        int free = 0;
        for (String name : names) {
            int place = algorithms.indexOf(name);
            if (place < 0) {
                while (free < algorithms.size() && names.contains(algorithms.get(free))) {
                    free++;
                }
                place = free++;
            }
            looks.add(new Look(name, place));
        }
        return looks;
    }

    Color colour() {
        return COLOURS.get(place % COLOURS.size());
    }

    /** The colour as a see-through fill. */
    Color fill() {
        Color colour = colour();
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
    }

    Marker marker() {
        return MARKERS.get(place % MARKERS.size());
    }
}
