package org.mera.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes Java's desktop classes, which measure the text of papers, independent of the machine. Of themselves they look for a screen, and for the
 * system's fonts and the library that knows them; a server often has none of these, and they fail there, though no paper uses such a font.
 */
final class JavaFonts {

    private static final String HEADLESS = "java.awt.headless";
    private static final String FONT_SETTING = "sun.awt.fontconfig";
    private static final String FONT = "PTS55F.ttf";

    private static final List<String> LOGICAL = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private JavaFonts() {}

    /** To be called before anything else asks for a font. What was set for the whole program stays. */
    static synchronized void prepare() {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        if (System.getProperty(FONT_SETTING) == null) {
            try {
                System.setProperty(FONT_SETTING, setting().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The fonts of the papers cannot be laid down in the temporary folder", e);
            }
        }
    }

    /** {@return a file that names one font for all those that Java thinks every machine has} */
    private static Path setting() throws IOException {
        Path folder = Files.createTempDirectory("mera-fonts-");
        Path font = folder.resolve(FONT);
        Path setting = folder.resolve("fontconfig.properties");
        // Deleted in the opposite order.
        folder.toFile().deleteOnExit();
        font.toFile().deleteOnExit();
        setting.toFile().deleteOnExit();
        try (InputStream bundled = JavaFonts.class.getResourceAsStream("/reports/fonts/" + FONT)) {
            if (bundled == null) {
                throw new IOException("The program lacks its font " + FONT);
            }
            Files.copy(bundled, font);
        }
        StringBuilder text = new StringBuilder(
                "version=1\nallfonts.text=Papers\nsequence.allfonts=text\nfilename.Papers=" + font + "\n");
        for (String name : LOGICAL) {
            for (String style : STYLES) {
                text.append(name).append('.').append(style).append(".text=Papers\n");
            }
        }
        return Files.writeString(setting, text, StandardCharsets.UTF_8);
    }
}
