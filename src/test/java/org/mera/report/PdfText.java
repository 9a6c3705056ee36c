package org.mera.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a reader finds in a PDF.
 *
 * @param pages     the text of each page, line by line from top to bottom
 * @param bookmarks each with its depth as leading spaces, and its page: {@code "  Таблица: 3"}
 * @param images    how many pictures made of dots all pages have
 * @param fonts     the names of all fonts, those that are not embedded with a {@code !}
 */
public record PdfText(
        List<String> pages,
        List<String> bookmarks,
        Set<String> fonts,
        int images,
        String title,
        String author,
        String language) {

    public static PdfText of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> bookmarks = new ArrayList<>();
            if (document.getDocumentCatalog().getDocumentOutline() != null) {
                add(bookmarks, document.getDocumentCatalog().getDocumentOutline(), "", document);
            }
            return new PdfText(
                    pages(document),
                    bookmarks,
                    fonts(document),
                    images(document),
                    document.getDocumentInformation().getTitle(),
                    document.getDocumentInformation().getAuthor(),
                    document.getDocumentCatalog().getLanguage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of all pages, a line for each line} */
    public String text() {
        return String.join("\n", pages);
    }

    /** {@return the text of all pages on one line, each gap one space} */
    public String running() {
        return text().replaceAll("\\s+", " ");
    }

    /** {@return the text in the order in which it was written: cell by cell, where a page's lines run through many} */
    static String cells(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all pages, each with its number above, and the bookmarks} */
    public String dump() {
        StringBuilder dump = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            dump.append("=== ").append(i + 1).append('\n').append(pages.get(i)).append('\n');
        }
        dump.append("=== bookmarks\n");
        bookmarks.forEach(bookmark -> dump.append(bookmark).append('\n'));
        return dump.toString();
    }

    private static List<String> pages(PDDocument document) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document).strip());
        }
        return pages;
    }

    private static void add(List<String> bookmarks, PDOutlineNode node, String indent, PDDocument document)
            throws IOException {
        for (PDOutlineItem item : node.children()) {
            PDPage page = item.findDestinationPage(document);
            bookmarks.add(indent + item.getTitle() + ": " + (document.getPages().indexOf(page) + 1));
            add(bookmarks, item, indent + "  ", document);
        }
    }

    private static Set<String> fonts(PDDocument document) throws IOException {
        Set<String> fonts = new LinkedHashSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                fonts.add((font.isEmbedded() ? "" : "!") + font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
        }
        return fonts;
    }

    private static int images(PDDocument document) throws IOException {
        int images = 0;
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                images += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return images;
    }
}
