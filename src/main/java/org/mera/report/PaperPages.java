package org.mera.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sf.jasperreports.engine.JRAnchor;
import net.sf.jasperreports.engine.JRPrintAnchor;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimplePrintPart;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;

/** The pages of a paper's parts, put together. */
final class PaperPages {

    /** The key of the element whose text is «page x of y». */
    private static final String PAGE_OF_PAGES = "pageOfPages";

    private PaperPages() {}

    /** A heading that is printed again on the next page keeps its words and loses its bookmark. */
    static void bookmarkOnce(JasperPrint part) {
        Map<Integer, String> last = new HashMap<>();
        for (JRPrintPage page : part.getPages()) {
            for (JRPrintElement element : page.getElements()) {
                if (element instanceof JRTemplatePrintText text && text.getBookmarkLevel() > 0) {
                    int level = text.getBookmarkLevel();
                    if (Objects.equals(text.getAnchorName(), last.put(level, String.valueOf(text.getAnchorName())))) {
                        text.setBookmarkLevel(JRAnchor.NO_BOOKMARK);
                    } else {
                        last.keySet().removeIf(inner -> inner > level);
                    }
                }
            }
        }
    }

    /** {@return one document of these parts, each in its own format} */
    static JasperPrint join(List<JasperPrint> parts) {
        JasperPrint all = parts.get(0);
        int pages = all.getPages().size();
        all.addPart(0, SimplePrintPart.fromJasperPrint(all, all.getName()));
        for (JasperPrint part : parts.subList(1, parts.size())) {
            all.addPart(pages, SimplePrintPart.fromJasperPrint(part, part.getName()));
            part.getPages().forEach(all::addPage);
            pages += part.getPages().size();
        }
        return all;
    }

    /** Writes on every page which it is, of how many. */
    static void number(JasperPrint paper, Wording wording) {
        List<JRPrintPage> pages = paper.getPages();
        for (int i = 0; i < pages.size(); i++) {
            for (JRPrintElement element : pages.get(i).getElements()) {
                if (element instanceof JRPrintText text && PAGE_OF_PAGES.equals(element.getKey())) {
                    text.setText(wording.text("page.number", i + 1, pages.size()));
                }
            }
        }
    }

    /** {@return the headings of the parts from an index on, with the pages that they stand on when all parts are joined} */
    static List<Heading> headings(List<JasperPrint> parts, int from) {
        List<Heading> headings = new ArrayList<>();
        int page = 0;
        for (int i = 0; i < parts.size(); i++) {
            for (JRPrintPage each : parts.get(i).getPages()) {
                page++;
                if (i >= from) {
                    add(headings, each.getElements(), page);
                }
            }
        }
        return headings;
    }

    private static void add(List<Heading> headings, List<JRPrintElement> elements, int page) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintAnchor anchor && anchor.getBookmarkLevel() > 0) {
                headings.add(new Heading(anchor.getBookmarkLevel(), anchor.getAnchorName(), page));
            } else if (element instanceof JRPrintFrame frame) {
                add(headings, frame.getElements(), page);
            }
        }
    }
}
