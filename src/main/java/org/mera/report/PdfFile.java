package org.mera.report;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/**
 * Writes what was filled as PDF/A-2u: fonts embedded, text that can be searched and copied, colours bound to sRGB. The same content gives the same
 * bytes.
 */
final class PdfFile {

    private final JasperReportsContext context;
    private final Locale language;

    PdfFile(JasperReportsContext context, Locale language) {
        this.context = context;
        this.language = language;
    }

    /** @param date that the file bears as the day of its creation */
    void write(JasperPrint paper, String title, String author, LocalDate date, OutputStream out) {
        SimplePdfExporterConfiguration settings = new SimplePdfExporterConfiguration();
        settings.setPdfaConformance(PdfaConformanceEnum.PDFA_2U);
        settings.setIccProfilePath(PaperFiles.SRGB);
        settings.setEmbedIccProfile(true);
        settings.setCompressed(true);
        settings.setTagLanguage(language.toLanguageTag());
        settings.setMetadataTitle(title);
        settings.setMetadataAuthor(author);
        settings.setMetadataCreator("Mera");
        settings.setDisplayMetadataTitle(true);
        JRPdfExporter exporter = new JRPdfExporter(context) {
            @Override
            protected PdfProducer createPdfProducer() {
                return new ReproduciblePdf(createPdfProducerContext(), date);
            }
        };
        exporter.setConfiguration(settings);
        exporter.setExporterInput(new SimpleExporterInput(paper));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        try {
            exporter.exportReport();
        } catch (JRException | JRRuntimeException e) {
            throw new PaperException("The PDF cannot be written: " + e.getMessage(), e);
        }
    }
}
