package org.mera.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRChild;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignElementGroup;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.jspecify.annotations.Nullable;

/**
 * How many columns the Table has, and how many sections, is the methodology's business: an element of a template that has the property
 * {@code repeat} stands for as many side by side, which share its width; {@code $P{AT}} in its expressions is the number of each, from 0.
 */
final class Repetition {

    private static final String PROPERTY = "repeat";
    private static final String AT = "$P{AT}";

    private final Map<String, Integer> counts;

    Repetition(Map<String, Integer> counts) {
        this.counts = counts;
    }

    void apply(JasperDesign design) {
        for (JRBand band : design.getAllBands()) {
            apply((JRDesignElementGroup) band);
        }
    }

    private void apply(JRDesignElementGroup group) {
        for (JRChild child : List.copyOf(group.getChildren())) {
            if (child instanceof JRDesignElement element
                    && element.getPropertiesMap().containsProperty(PROPERTY)) {
                replace(group, element);
            } else if (child instanceof JRDesignElementGroup inner) {
                apply(inner);
            }
        }
    }

    private void replace(JRDesignElementGroup group, JRDesignElement element) {
        String of = element.getPropertiesMap().getProperty(PROPERTY);
        Integer count = counts.get(of);
        if (count == null) {
            throw new PaperException("An element is repeated by «" + of + "»; there is " + counts.keySet());
        }
        List<JRDesignElement> copies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            copies.add(copy(element, i, count));
        }
        group.removeElement(element);
        copies.forEach(group::addElement);
    }

    private static JRDesignElement copy(JRDesignElement element, int at, int count) {
        JRDesignElement copy = (JRDesignElement) element.clone();
        int from = element.getWidth() * at / count;
        copy.setX(element.getX() + from);
        copy.setWidth(element.getWidth() * (at + 1) / count - from);
        copy.setPrintWhenExpression(at(element.getPrintWhenExpression(), at));
        copy.setStyleExpression(at(element.getStyleExpression(), at));
        if (copy instanceof JRDesignTextField text) {
            text.setExpression(at(text.getExpression(), at));
        }
        return copy;
    }

    private static @Nullable JRExpression at(@Nullable JRExpression expression, int at) {
        return expression == null
                ? null
                : new JRDesignExpression(expression.getText().replace(AT, Integer.toString(at)));
    }
}
