package hopscope.chart;

import hopscope.chart.Panel.Word;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A picture of panels side by side with one title, one legend and a sentence about what is shown.
 *
 * @param name of its files, without ending
 * @param title above all panels
 * @param caption below them
 * @param legend in the order of the looks
 * @param panels at least one, with axes of the same scale
 */
record ChartSheet(String name, String title, String caption, List<Entry> legend, List<Panel> panels) implements IChart {
    private static final int TITLE_HEIGHT = 64;
    private static final int LEGEND_ROW = 34;
    private static final int CAPTION_HEIGHT = 40;
    private static final int MARGIN = 24;
    private static final int COLUMN_LABELS = 56;
    private static final int SLOPING_LABELS = 118;
    private static final int LETTER = 10;
    private static final int ROW_LABELS = 130;
    private static final double SLOPE = Math.PI / 6;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 24);
    private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final Color INK = new Color(0x22, 0x22, 0x22);

    ChartSheet {
        legend = List.copyOf(legend);
        panels = List.copyOf(panels);
    }

    /** A line of the legend. */
    record Entry(Look look, String text) {}

    private int columns() {
        return panels.size() == 1 ? 1 : panels.size() <= 4 ? 2 : 3;
    }

    private int rows() {
        return (panels.size() + columns() - 1) / columns();
    }

    private int panelWidth() {
        return columns() == 1 ? 1152 : columns() == 2 ? 760 : 620;
    }

    private int panelHeight() {
        return columns() == 1 ? 600 : columns() == 2 ? 480 : 420;
    }

    @Override
    public int getWidth() {
        return 2 * MARGIN + columns() * panelWidth();
    }

    @Override
    public int getHeight() {
        return TITLE_HEIGHT + rows() * panelHeight() + legendRows() * LEGEND_ROW + CAPTION_HEIGHT + MARGIN;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D pen, int width, int height) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(0, 0, width, height));
        pen.setColor(INK);
        pen.setFont(TITLE);
        centred(pen, title, width / 2.0, TITLE_HEIGHT * 0.62);
        for (int i = 0; i < panels.size(); i++) {
            int left = MARGIN + i % columns() * panelWidth();
            int top = TITLE_HEIGHT + i / columns() * panelHeight();
            AffineTransform before = pen.getTransform();
            pen.translate(left, top);
            paint(pen, panels.get(i));
            pen.setTransform(before);
        }
        paintLegend(pen, TITLE_HEIGHT + rows() * panelHeight());
        pen.setColor(ChartLook.NOTE);
        pen.setFont(SMALL);
        centred(pen, caption, width / 2.0, height - MARGIN);
    }

    private void paint(Graphics2D pen, Panel panel) {
        int room = columnRoom(panel);
        int leftRoom = panel.rows().isEmpty() ? 0 : ROW_LABELS;
        pen.translate(leftRoom, 0);
        panel.chart().paint(pen, panelWidth() - leftRoom, panelHeight() - room);
        pen.setFont(WORDS);
        pen.setColor(INK);
        paintColumns(pen, panel, panelHeight() - room, isSloping(panel));
        double middle = (panelWidth() - leftRoom) / 2.0;
        centred(pen, panel.columnTitle(), middle, panelHeight() - 14.0);
        for (int i = 0; i < panel.rows().size(); i++) {
            String text = shortened(pen, panel.rows().get(i), ROW_LABELS);
            double y = panel.chart().getScreenYFromChart(i);
            double x = panel.chart().getScreenXFromChart(-0.5) - 8;
            pen.drawString(text, (float) (x - width(pen, text)), (float) y + 6);
        }
        for (Word word : panel.words()) {
            pen.setColor(word.colour());
            pen.setFont(SMALL);
            double x = panel.chart().getScreenXFromChart(word.x());
            centred(pen, word.text(), x, panel.chart().getScreenYFromChart(word.y()) + 5);
        }
    }

    private int columnRoom(Panel panel) {
        return panel.columns().isEmpty() ? 0 : isSloping(panel) ? SLOPING_LABELS : COLUMN_LABELS;
    }

    /** Whether names are too long to stand side by side; guessed, so that the room does not depend on fonts. */
    private boolean isSloping(Panel panel) {
        int slot = (panelWidth() - 110) / Math.max(1, panel.columns().size());
        return panel.columns().stream().anyMatch(label -> label.length() * LETTER > slot);
    }

    /** Under their places. */
    private static void paintColumns(Graphics2D pen, Panel panel, double bottom, boolean sloping) {
        List<String> labels = panel.columns();
        for (int i = 0; i < labels.size(); i++) {
            double x = panel.chart().getScreenXFromChart(i);
            if (!sloping) {
                centred(pen, labels.get(i), x, bottom + 10);
                continue;
            }
            String text = shortened(pen, labels.get(i), 2 * (COLUMN_LABELS + 20));
            AffineTransform before = pen.getTransform();
            pen.translate(x + 6, bottom + 4);
            pen.rotate(-SLOPE);
            pen.drawString(text, (float) -width(pen, text), 6f);
            pen.setTransform(before);
        }
    }

    private static String shortened(Graphics2D pen, String text, double width) {
        String shown = text;
        while (shown.length() > 2 && width(pen, shown) > width) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }

    private double entryWidth(Entry entry) {
        return 84 + entry.text().length() * 9.6;
    }

    private int legendRows() {
        int rows = legend.isEmpty() ? 0 : 1;
        double used = 0;
        for (Entry entry : legend) {
            if (used > 0 && used + entryWidth(entry) > getWidth() - 2 * MARGIN) {
                rows++;
                used = 0;
            }
            used += entryWidth(entry);
        }
        return rows;
    }

    private void paintLegend(Graphics2D pen, int top) {
        double x = MARGIN + 12;
        double y = top + LEGEND_ROW / 2.0;
        for (Entry entry : legend) {
            if (x > MARGIN + 12 && x + entryWidth(entry) > getWidth() - MARGIN) {
                x = MARGIN + 12;
                y += LEGEND_ROW;
            }
            pen.setColor(entry.look().colour());
            pen.setStroke(new BasicStroke(3f));
            pen.draw(new Line2D.Double(x, y, x + 46, y));
            entry.look().marker().paint(pen, x + 23, y, 12);
            pen.setColor(INK);
            pen.setFont(WORDS);
            pen.drawString(entry.text(), (float) x + 56, (float) y + 6);
            x += entryWidth(entry);
        }
    }

    private static void centred(Graphics2D pen, String text, double x, double baseline) {
        pen.drawString(text, (float) (x - width(pen, text) / 2), (float) baseline);
    }

    private static double width(Graphics2D pen, String text) {
        return pen.getFontMetrics().stringWidth(text);
    }
}
