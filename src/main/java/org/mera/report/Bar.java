package org.mera.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A bar for templates: filled as far as its percentage, in a frame that is the whole. Drawn as lines, not as a picture, so it prints sharp. */
public final class Bar extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;

    private final double share;
    private final String colour;

    /**
     * @param percent 0 to 100
     * @param colour  like {@code #1F4E5F}
     */
    public Bar(BigDecimal percent, String colour) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("A bar is 0 to 100 percent long, not " + percent);
        }
        this.share = percent.doubleValue() / 100;
        this.colour = colour;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        graphics.setColor(new Color(0xE9EDEF));
        graphics.fill(area);
        graphics.setColor(Color.decode(colour));
        graphics.fill(new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() * share, area.getHeight()));
    }
}
