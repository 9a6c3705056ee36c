package org.mera.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final PaperCycle CYCLE =
            new PaperCycle("Рейтинг парков", 2025, "2025", LocalDate.of(2026, 3, 31), 7, null);
    private static final String NOTE =
            """
            <jasperReport name="note" language="java" pageWidth="595" pageHeight="842" columnWidth="499" leftMargin="56" rightMargin="40" topMargin="34" bottomMargin="30">
                <field name="title" class="java.lang.String"/>
                <field name="scores" class="java.lang.String[]"/>
                <detail>
                    <band height="20">
                        <element kind="textField" x="0" y="0" width="200" height="14" textAdjust="StretchHeight" bookmarkLevel="1" style="Heading">
                            <expression><![CDATA[$F{title}]]></expression>
                            <anchorNameExpression><![CDATA[$F{title}]]></anchorNameExpression>
                        </element>
                        <element kind="textField" x="200" y="0" width="200" height="14">
                            <property name="repeat" value="column"/>
                            <expression><![CDATA[$F{scores}[$P{AT}]]]></expression>
                        </element>
                    </band>
                </detail>
            </jasperReport>
            """;

    record Note(String title, String[] scores) {}

    @TempDir
    Path own;

    @BeforeEach
    void writeNote() throws IOException {
        write("note.jrxml", NOTE);
    }

    @Test
    void printsPdfA2uWithFontsTitleAuthorLanguageAndBookmarks() {
        byte[] pdf = print(new Note("Парк «Пример-017» <b>&", new String[] {"1,0", "0,5"}));

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(PdfText.of(pdf))
                .isEqualTo(new PdfText(
                        List.of(
                                """
                                Рейтинг парков по итогам 2025 года Предварительный результат
                                Записка
                                Парк «Пример-017» <b>& 1,0 0,5
                                Редакция 7 стр. 1 из 1"""),
                        List.of("Парк «Пример-017» <b>&: 1"),
                        PdfText.of(pdf).fonts(),
                        0,
                        "Записка. Рейтинг парков по итогам 2025 года",
                        "Рейтинговый комитет",
                        "ru"));
        assertThat(PdfText.of(pdf).fonts()).isNotEmpty().allMatch(name -> name.startsWith("PTSans"));
    }

    @Test
    void printsEveryCharacterOrABoxForIt() {
        byte[] pdf = print(new Note(
                "→ ✓ Ωλ 株\u0007Қ\uFEFF\u200B\u00AD\u202E\uD800\uFFFF\uE000!\uD83D\uDE00", new String[] {"1", "2"}));

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(PdfText.of(pdf).text()).contains("→ ✓ Ωλ □ Қ□□□!");
    }

    @Test
    void namesFileAndLineOfAWordingThatIsMissing() throws IOException {
        write("note.jrxml", NOTE.replace("$F{title}]]></expression>", "$R{note.absent}]]></expression>"));

        assertThatThrownBy(() -> print(new Note("", new String[] {"", ""})))
                .isInstanceOf(PaperException.class)
                .hasMessage(own.resolve("note.jrxml") + ":7: the wording has no text «note.absent»");
    }

    @Test
    void namesFileAndLineOfATemplateThatIsNoXml() throws IOException {
        write("note.jrxml", NOTE.replace("</band>", "</bund>"));

        assertThatThrownBy(() -> print(new Note("", new String[] {"", ""})))
                .isInstanceOf(PaperException.class)
                .hasMessageStartingWith(own.resolve("note.jrxml") + ":14: JasperReports refuses the template: ");
    }

    @Test
    void namesFileAndLineOfAnExpressionThatDoesNotCompile() throws IOException {
        write("note.jrxml", NOTE.replace("$F{title}]]></expression>", "$F{title}.lengthh()]]></expression>"));

        assertThatThrownBy(() -> print(new Note("", new String[] {"", ""})))
                .isInstanceOf(PaperException.class)
                .hasMessageStartingWith(own.resolve("note.jrxml") + ":7: JasperReports refuses the template: ");
    }

    @Test
    void putsAnAgencysWordsBeforeItsOwn() throws IOException {
        write("wording_ru.properties", "page.number = {0}/{1}\n");

        assertThat(PdfText.of(print(new Note("Парк", new String[] {"", ""}))).text())
                .endsWith("Редакция 7 1/1");
    }

    @Test
    void printsAnAgencysLogo() throws IOException {
        BufferedImage logo = new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB);
        ImageIO.write(logo, "png", own.resolve("logo.png").toFile());

        byte[] pdf = print(new Note("Парк", new String[] {"", ""}));

        assertThat(VeraPdf.faults(pdf)).isEmpty();
        assertThat(PdfText.of(pdf).images()).isEqualTo(1);
    }

    @Test
    void namesTheLineOfAWordingThatIsNotUtf8() throws IOException {
        Files.write(
                own.resolve("wording_ru.properties"), new byte[] {'a', '=', 'b', '\n', 'c', '=', (byte) 0xcf, '\n'});

        assertThatThrownBy(() -> Papers.of(RUSSIAN, own))
                .isInstanceOf(PaperException.class)
                .hasMessage(own.resolve("wording_ru.properties") + ":2: is not UTF-8; save it as UTF-8");
    }

    @Test
    void knowsAnEditionByItsFiles() throws IOException {
        String edition = Papers.of(RUSSIAN, own).editionSha256();

        assertThat(Papers.of(RUSSIAN, own).editionSha256()).isEqualTo(edition).hasSize(64);
        assertThat(Papers.of(RUSSIAN, null).editionSha256()).isNotEqualTo(edition);
        assertThat(Papers.of(Locale.ENGLISH, own).editionSha256()).isNotEqualTo(edition);

        write("wording_en.properties", "page.number = {0}/{1}\n");
        assertThat(Papers.of(RUSSIAN, own).editionSha256()).isEqualTo(edition);

        write("wording_ru.properties", "page.number = {0}/{1}\n");
        assertThat(Papers.of(RUSSIAN, own).editionSha256()).isNotEqualTo(edition);
    }

    private byte[] print(Note note) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Papers.of(RUSSIAN, own)
                .print(CYCLE, "Записка", Map.of("column", 2), List.of(Part.of("note", Map.of(), List.of(note))), out);
        return out.toByteArray();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(own.resolve(name), text);
    }
}
