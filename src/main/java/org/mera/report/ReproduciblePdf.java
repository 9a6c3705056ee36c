package org.mera.report;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.text.AttributedCharacterIterator.Attribute;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import org.mera.csv.Sha256;

/**
 * Writes a PDF whose bytes follow from what it prints. OpenPDF by itself puts three other things into it: the time, an identifier made of the time and
 * of the free memory, and random tags before the names of fonts. Here the date is given, and the others follow from the bytes of the pages.
 */
final class ReproduciblePdf extends ClassicPdfProducer {

    private static final DateTimeFormatter MIDNIGHT = DateTimeFormatter.ofPattern("'D:'yyyyMMdd'000000Z'", Locale.ROOT);

    private final LocalDate date;
    private final MessageDigest pages = Sha256.digest();

    /** @param date that the file bears as the day of its creation */
    ReproduciblePdf(PdfProducerContext context, LocalDate date) {
        super(context);
        this.date = date;
    }

    /** The metadata of PDF/A are made from the same dictionary afterwards. */
    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
        PdfDocumentWriter writer = super.createWriter(new DigestOutputStream(out, pages));
        getPdfWriter().getInfo().put(PdfName.CREATIONDATE, new PdfDate(MIDNIGHT.format(date)));
        return writer;
    }

    @Override
    public Font getFont(Map<Attribute, Object> attributes, Locale locale) {
        Font font = super.getFont(attributes, locale);
        BaseFont base = font.getBaseFont();
        if (base != null) {
            base.setSecureRandom(SubsetTags.ALL);
        }
        return font;
    }

    /** All pages but the last are written by now; fonts are written when the document is closed. */
    @Override
    public void close() {
        PdfWriter writer = getPdfWriter();
        writer.flush();
        pages.update(writer.getDirectContent().getInternalBuffer().toByteArray());
        byte[] identifier = pages.digest();
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(identifier, identifier));
        SubsetTags.ALL.drawnFrom(identifier, super::close);
    }
}
