package org.mera.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jspecify.annotations.Nullable;

/**
 * A bar from 0 to 100 percent with a tick where the median is. Told apart by shape, not by colour: the value is a filled bar within a frame, the
 * median a line that stands out above and below it.
 */
final class MedianBar extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;
    private static final double WHOLE = 10_000;

    private final int value;
    private final int median;
    private final Color fill;
    private final @Nullable Color frame;

    /**
     * A bar in the colours of a style.
     *
     * @param value  in hundredths of a percent
     * @param median in hundredths of a percent, or −1 where none is drawn
     * @param frame  null where none is drawn
     */
    MedianBar(int value, int median, Color fill, @Nullable Color frame) {
        this.value = value;
        this.median = median;
        this.fill = fill;
        this.frame = frame;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D place) {
        double left = place.getX() + 1;
        double width = place.getWidth() - 2;
        double overhang = place.getHeight() / 5;
        double top = place.getY() + overhang;
        double height = place.getHeight() - 2 * overhang;
        graphics.setColor(fill);
        graphics.fill(new Rectangle2D.Double(left, top, width * value / WHOLE, height));
        if (frame != null) {
            graphics.setColor(frame);
            graphics.setStroke(new BasicStroke(0.5f));
            graphics.draw(new Rectangle2D.Double(left, top, width, height));
        }
        if (median >= 0) {
            double x = left + width * median / WHOLE;
            tick(graphics, Color.WHITE, 3f, x, place);
            tick(graphics, Color.BLACK, 1.4f, x, place);
        }
    }

    /** A white line below the black one keeps it apart from a dark bar. */
    private static void tick(Graphics2D graphics, Color colour, float width, double x, Rectangle2D place) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(x, place.getMinY(), x, place.getMaxY()));
    }

    @Override
    public String toString() {
        return value + "/" + median;
    }
}
