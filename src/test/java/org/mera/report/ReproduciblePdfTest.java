package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.company.Participation;
import org.mera.csv.Sha256;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

class ReproduciblePdfTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Methodology RATING = Methodologies.bundled("anti-corruption-rating");
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    private static final String NOTE =
            """
            <jasperReport name="note" language="java" pageWidth="595" pageHeight="842" columnWidth="499" leftMargin="56" rightMargin="40" topMargin="34" bottomMargin="30">
                <field name="title" class="java.lang.String"/>
                <detail>
                    <band height="20">
                        <element kind="textField" x="0" y="0" width="200" height="14">
                            <expression><![CDATA[$F{title}]]></expression>
                        </element>
                    </band>
                </detail>
            </jasperReport>
            """;

    record Note(String title) {}

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Test
    void bearsTheEndOfTheRatedYearAsItsDateInBothPlaces() throws IOException {
        byte[] pdf = CompanyPapersTest.usual().print(RUSSIAN);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getCOSObject().getString("CreationDate"))
                    .isEqualTo("D:20251231000000Z");
            assertThat(document.getDocumentInformation().getModificationDate()).isNull();
            String metadata = new String(
                    document.getDocumentCatalog()
                            .getMetadata()
                            .exportXMPMetadata()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*")
                            .matcher(metadata)
                            .results())
                    .extracting(found -> found.group())
                    .containsExactly("2025-12-31T00:00:00Z</xmp:CreateDate>");
        }
        assertThat(VeraPdf.faults(pdf)).isEmpty();
    }

    @Test
    void hasAnIdentifierAndTagsThatFollowFromItsPages() throws IOException {
        CompanyPaper paper = CompanyPapersTest.usual().paper(RUSSIAN);
        byte[] one = print(papers(), paper, 7);
        byte[] otherRevision = print(papers(), paper, 8);
        byte[] otherNote =
                print(papers(), CompanyPapersTest.usual().note(9, 0, "нов").paper(RUSSIAN), 7);

        List<List<String>> marks = new ArrayList<>();
        for (byte[] pdf : List.of(one, otherRevision, otherNote)) {
            marks.add(identifiers(pdf));
            marks.add(tags(pdf));
        }
        assertThat(identifiers(one)).hasSize(2).allMatch(each -> each.matches("[0-9A-F]{32}"));
        assertThat(identifiers(one).get(0)).isEqualTo(identifiers(one).get(1));
        assertThat(tags(one)).hasSize(3).doesNotHaveDuplicates().allMatch(each -> each.matches("[A-Z]{6}"));
        assertThat(marks).doesNotHaveDuplicates();
        assertThat(print(papers(), paper, 7)).isEqualTo(one);
    }

    /** The last page is not written yet when the identifier is made. */
    @Test
    void knowsTwoPapersApartByTheirOnlyPage(@TempDir Path own) throws IOException {
        Files.writeString(own.resolve("note.jrxml"), NOTE);
        Papers papers = Papers.of(RUSSIAN, own);

        List<List<String>> identifiers = new ArrayList<>();
        for (String text : List.of("Парк «Пример-017»", "Парк «Пример-018»")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            papers.print(
                    CompanyPapersTest.usual().paper(RUSSIAN).cycle(),
                    "Записка",
                    Map.of(),
                    List.of(Part.of("note", Map.of(), List.of(new Note(text)))),
                    out);
            assertThat(PdfText.of(out.toByteArray()).pages()).hasSize(1);
            identifiers.add(identifiers(out.toByteArray()));
        }

        assertThat(identifiers).doesNotHaveDuplicates();
    }

    @Test
    void printsTheSameInEveryTimeZoneAndLanguageOfTheMachine() {
        byte[] expected = CompanyPapersTest.usual().print(RUSSIAN);
        Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

        assertThat(CompanyPapersTest.usual().print(RUSSIAN)).isEqualTo(expected);
    }

    /** All threads share the fonts. */
    @Test
    void printsTheSameOnManyThreadsInWhateverOrder(@TempDir Path own) throws Exception {
        BufferedImage logo = new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB);
        logo.setRGB(7, 7, new Color(0, 90, 160, 128).getRGB());
        ImageIO.write(logo, "png", own.resolve("logo.png").toFile());
        List<CompanyPaper> all = List.of(
                CompanyPapersTest.usual().paper(RUSSIAN),
                CompanyPapersTest.usual().expert("Э-05").paper(RUSSIAN),
                CompanyPapersTest.usual()
                        .other(InventedCompany.rival(10, "", Participation.DESK), 0)
                        .paper(RUSSIAN));
        List<String> expected = new ArrayList<>();
        Papers alone = Papers.of(RUSSIAN, own);
        for (CompanyPaper paper : all) {
            expected.add(hash(print(alone, paper, 7)));
        }
        Papers shared = Papers.of(RUSSIAN, own);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> printing = new ArrayList<>();
            List<String> wanted = new ArrayList<>();
            for (int i = 8; i >= 0; i--) {
                CompanyPaper paper = all.get(i % 3);
                printing.add(() -> hash(print(shared, paper, 7)));
                wanted.add(expected.get(i % 3));
            }
            List<String> found = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(printing)) {
                found.add(each.get());
            }

            assertThat(found).isEqualTo(wanted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Objects have other identity hashes there, so that whatever is ordered by them comes in another order. */
    @Test
    void printsTheSameInAnotherJavaMachine() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=0",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Printer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String found;
        try (var output = java.getInputStream()) {
            found = new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }

        assertThat(java.waitFor()).isZero();
        assertThat(found.lines())
                .last()
                .isEqualTo(hash(CompanyPapersTest.usual().print(RUSSIAN)));
    }

    /** Prints the usual report on a machine of its own and tells its hash. */
    static final class Printer {

        private Printer() {}

        public static void main(String[] arguments) {
            new PrintStream(System.out, true, StandardCharsets.US_ASCII)
                    .println(hash(CompanyPapersTest.usual().print(RUSSIAN)));
        }
    }

    private static Papers papers() {
        return Papers.of(RUSSIAN, null);
    }

    private static byte[] print(Papers papers, CompanyPaper paper, int revision) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CompanyPapers(papers, RATING, OfficialTexts.NONE).print(paper, revision, out);
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    private static List<String> identifiers(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSArray pair = document.getDocument().getDocumentID();
            return List.of(((COSString) pair.get(0)).toHexString(), ((COSString) pair.get(1)).toHexString());
        }
    }

    /** {@return the tags of the fonts of a document, each once} */
    private static List<String> tags(byte[] pdf) throws IOException {
        List<String> names = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = Objects.requireNonNull(page.getResources().getFont(name));
                    names.add(font.getName());
                }
            }
        }
        return names.stream()
                .distinct()
                .map(name -> name.substring(0, name.indexOf('+')))
                .toList();
    }
}
