package org.mera.report;

import java.awt.Color;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.repo.RepositoryService;
import org.jspecify.annotations.Nullable;

/**
 * The printing of papers: templates, styles, fonts and wording of one language, opened once a run and used by many threads. An agency's own files
 * stand before those that come with the program.
 */
public final class Papers {

    private static final String LOGO = "logo.png";

    private final Locale language;
    private final Wording wording;
    private final Templates templates;
    private final JRTemplate styles;
    private final Glyphs glyphs;
    private final PaperFiles files;
    private final PdfFile pdf;
    private final SimpleJasperReportsContext context;
    private final String editionSha256;

    private Papers(Locale language, PaperFiles files) {
        this.language = language;
        this.files = files;
        this.wording = Wording.of(files, language);
        this.context = new SimpleJasperReportsContext();
        List<RepositoryService> repositories = new ArrayList<>(context.getExtensions(RepositoryService.class));
        repositories.add(0, new PaperRepository(files));
        context.setExtensions(RepositoryService.class, repositories);
        PaperFonts fonts = PaperFonts.load(context, files);
        context.setExtensions(FontFamily.class, fonts.families());
        context.setExtensions(FontSet.class, fonts.sets());
        this.glyphs = new Glyphs(fonts.faces());
        this.templates = new Templates(context, files, wording);
        this.styles = templates.styles();
        this.pdf = new PdfFile(context, language);
        String ownWording = Wording.file(language);
        this.editionSha256 = files.sha256(name -> !name.startsWith("wording_") || name.equals(ownWording));
    }

    /**
     * {@return the papers in a language, Russian where it is neither Russian nor English}
     *
     * @param overrides a folder with an agency's own templates, styles, fonts, wording and {@code logo.png}; null: the program's
     * @throws PaperException where a file has a fault; the message names it and, where it is known, the line
     */
    public static Papers of(Locale language, @Nullable Path overrides) {
        JavaFonts.prepare();
        Locale known = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("ru");
        return new Papers(known, PaperFiles.of(overrides));
    }

    public Locale language() {
        return language;
    }

    /**
     * {@return a hash over templates, styles, fonts, pictures and the wording of the language} What a paper looks like changes with it; it is part
     * of each paper's fingerprint.
     */
    public String editionSha256() {
        return editionSha256;
    }

    Wording wording() {
        return wording;
    }

    /** {@return the colour of what a style draws} */
    Color colour(String style) {
        for (JRStyle each : styles.getStyles()) {
            if (each.getName().equals(style) && each.getForecolor() != null) {
                return each.getForecolor();
            }
        }
        throw new PaperException(files.place("styles.jrtx") + ": has no style «" + style + "» with a forecolor");
    }

    /**
     * Prints a paper as PDF/A-2u.
     *
     * @param cycle   what its running heads say
     * @param subject what the paper is, or of whom
     * @param repeats how many elements stand for one that a template repeats, for example {@code column}
     * @param parts   in their order, each beginning on a new page
     */
    void print(PaperCycle cycle, String subject, Map<String, Integer> repeats, List<Part> parts, OutputStream out) {
        print(cycle, subject, repeats, parts, PageStore.inMemory(), out);
    }

    /** Prints a paper whose pages are kept in a store until they are written. */
    void print(
            PaperCycle cycle,
            String subject,
            Map<String, Integer> repeats,
            List<Part> parts,
            PageStore store,
            OutputStream out) {
        Map<String, Object> common = common(cycle, subject);
        store.addTo(common);
        List<JasperPrint> filled = new ArrayList<>();
        for (Part part : parts) {
            filled.add(part.contents() ? new JasperPrint() : fill(part, common, repeats, part.rows()));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).contents()) {
                fillContents(parts.get(i), i, common, repeats, filled);
            }
        }
        JasperPrint paper = PaperPages.join(filled);
        PaperPages.number(paper, wording);
        pdf.write(
                paper,
                glyphs.printable(subject + ". " + cycle.title(wording)),
                glyphs.printable(wording.text("author")),
                cycle.endOfYear(),
                out);
    }

    /** How many pages the contents take shifts what follows them: they are filled until their own length is what was reckoned with. */
    private void fillContents(
            Part part, int at, Map<String, Object> common, Map<String, Integer> repeats, List<JasperPrint> filled) {
        int pages;
        do {
            pages = filled.get(at).getPages().size();
            List<Heading> headings = PaperPages.headings(filled, at + 1);
            filled.set(at, fill(part, common, repeats, headings.iterator()));
        } while (filled.get(at).getPages().size() != pages);
    }

    private JasperPrint fill(
            Part part, Map<String, Object> common, Map<String, Integer> repeats, Iterator<? extends Record> rows) {
        Map<String, Object> parameters = new HashMap<>(common);
        part.values().forEach((name, value) -> parameters.put(name, RecordSource.printable(value, glyphs)));
        try {
            JasperPrint print = JasperFillManager.getInstance(context)
                    .fill(templates.get(part.template(), repeats), parameters, new RecordSource(rows, glyphs));
            PaperPages.bookmarkOnce(print);
            return print;
        } catch (JRException | JRRuntimeException e) {
            throw new PaperException(
                    files.place(part.template() + ".jrxml") + ": the template cannot be filled: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> common(PaperCycle cycle, String subject) {
        Map<String, Object> values = new HashMap<>();
        values.put(JRParameter.REPORT_LOCALE, language);
        values.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
        values.put(JRParameter.REPORT_TEMPLATES, List.of(styles));
        values.put("RATING", glyphs.printable(cycle.title(wording)));
        values.put("STATE", glyphs.printable(cycle.state(wording)));
        values.put("SUBJECT", glyphs.printable(subject));
        values.put("REVISION", wording.text("page.revision", cycle.revision()));
        files.find(LOGO).ifPresent(logo -> values.put("LOGO", LOGO));
        return values;
    }
}
