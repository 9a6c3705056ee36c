package org.mera.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.util.JRElementsVisitor;
import net.sf.jasperreports.engine.util.JRVisitorSupport;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

/** The templates, each compiled when it is first wanted and never again. */
final class Templates {

    private static final Pattern WORDING_KEY = Pattern.compile("\\$R\\{([^}]*)\\}");

    private final JasperReportsContext context;
    private final PaperFiles files;
    private final Wording wording;
    private final Map<String, JasperReport> compiled = new ConcurrentHashMap<>();

    Templates(JasperReportsContext context, PaperFiles files, Wording wording) {
        this.context = context;
        this.files = files;
        this.wording = wording;
    }

    /**
     * {@return a template, ready to be filled}
     *
     * @param repeats how many elements stand for one that a template repeats, by what it says that it repeats
     */
    JasperReport get(String name, Map<String, Integer> repeats) {
        return compiled.computeIfAbsent(name + new TreeMap<>(repeats), key -> compile(name, repeats));
    }

    /** {@return the shared styles} */
    JRTemplate styles() {
        String file = "styles.jrtx";
        try {
            return JRXmlTemplateLoader.getInstance(context).loadTemplate(new ByteArrayInputStream(files.read(file)));
        } catch (JRRuntimeException e) {
            throw TemplateFault.in(files.place(file), files.read(file), e);
        }
    }

    private JasperReport compile(String name, Map<String, Integer> repeats) {
        String file = name + ".jrxml";
        byte[] bytes = files.read(file);
        requireWording(file, new String(bytes, StandardCharsets.UTF_8));
        JasperDesign design = design(file);
        new Repetition(repeats).apply(design);
        takeOverSheet(design);
        neverCut(design);
        try {
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException | JRRuntimeException e) {
            throw TemplateFault.in(files.place(file), bytes, e);
        }
    }

    private JasperDesign design(String file) {
        byte[] bytes = files.read(file);
        try {
            return JRXmlLoader.load(context, new ByteArrayInputStream(bytes));
        } catch (JRException | JRRuntimeException e) {
            throw TemplateFault.in(files.place(file), bytes, e);
        }
    }

    /** A template without a running head and foot has those of the sheet of its width. */
    private void takeOverSheet(JasperDesign design) {
        if (design.getPageHeader() != null || design.getPageFooter() != null) {
            return;
        }
        JasperDesign sheet =
                design(design.getPageWidth() > design.getPageHeight() ? "page-across.jrxml" : "page.jrxml");
        design.setPageHeader(sheet.getPageHeader());
        design.setPageFooter(sheet.getPageFooter());
        for (JRParameter parameter : sheet.getParametersList()) {
            if (!parameter.isSystemDefined() && !design.getParametersMap().containsKey(parameter.getName())) {
                try {
                    design.addParameter((JRDesignParameter) parameter);
                } catch (JRException e) {
                    throw new IllegalStateException("A parameter that is not there can be added", e);
                }
            }
        }
    }

    /** A text field that is too low for its text would be printed without it: every one grows with what stands in it. */
    private static void neverCut(JasperDesign design) {
        JRElementsVisitor.visitReport(design, new JRVisitorSupport() {
            @Override
            public void visitTextField(JRTextField field) {
                TextAdjustEnum adjust = field.getTextAdjust();
                if (adjust == null || adjust == TextAdjustEnum.CUT_TEXT) {
                    field.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
                }
            }
        });
    }

    private void requireWording(String file, String text) {
        Matcher keys = WORDING_KEY.matcher(text);
        while (keys.find()) {
            if (!wording.has(keys.group(1))) {
                throw new PaperException(files.place(file) + ":" + TemplateFault.line(text, keys.start())
                        + ": the wording has no text «" + keys.group(1) + "»");
            }
        }
    }
}
