package org.mera.report;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontExtensionsReceiver;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.SimpleFontExtensionHelper;

/**
 * The fonts that {@code fonts.xml} names.
 *
 * @param faces the upright face of each family, in the order in which they are asked for a character
 */
record PaperFonts(List<FontFamily> families, List<FontSet> sets, List<Font> faces) {

    private static final String FILE = "fonts.xml";

    static PaperFonts load(JasperReportsContext context, PaperFiles files) {
        List<FontFamily> families = new ArrayList<>();
        List<FontSet> sets = new ArrayList<>();
        try {
            SimpleFontExtensionHelper.getInstance()
                    .loadFontExtensions(
                            context, new ByteArrayInputStream(files.read(FILE)), new FontExtensionsReceiver() {
                                @Override
                                public void acceptFontFamily(FontFamily family) {
                                    families.add(family);
                                }

                                @Override
                                public void acceptFontSet(FontSet set) {
                                    sets.add(set);
                                }
                            });
        } catch (JRRuntimeException e) {
            throw new PaperException(files.place(FILE) + ": the fonts cannot be loaded: " + e.getMessage(), e);
        }
        List<Font> faces = families.stream()
                .map(family -> family.getNormalFace().getFont())
                .toList();
        return new PaperFonts(List.copyOf(families), List.copyOf(sets), faces);
    }
}
