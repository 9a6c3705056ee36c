package org.mera.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a printed report says.
 *
 * @param text of all its pages, white space made one blank
 */
public record ReportText(int pages, String text) {

    public static ReportText of(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new ReportText(
                    document.getNumberOfPages(),
                    new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
