package hopscope.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** Charts cannot be drawn because the system has no fonts, as on some small servers and containers. */
public final class NoFontsException extends RuntimeException {
    NoFontsException(Throwable cause) {
        super("this system has no fonts that Java can use; install some (fontconfig and, for example, DejaVu)", cause);
    }

    /** Tries to lay out a word; the JDK answers with an error of some kind where it finds no fonts. */
    static void requireFonts() {
        try {
            new TextLayout("hops", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new NoFontsException(e);
        }
    }
}
