package org.mera.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.mera.csv.CodePoints;

/**
 * Writes a workbook that bears no time of writing: the same cells give the same bytes. The library puts the time into the properties, so that the
 * file is made aside, in the folder for temporary files, and packed again.
 */
final class WorkbookFile {

    private static final String APPLICATION = "Mera";
    private static final String PROPERTIES = "docProps/core.xml";
    /** The same in every zone; of the very first day of 1980 a ZIP file would note the zone. */
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private WorkbookFile() {}

    /** Fills a workbook with sheets. */
    @FunctionalInterface
    interface Sheets {
        void write(Workbook workbook) throws IOException;
    }

    /** Writes a workbook of these sheets and closes the stream. */
    static void write(String title, Sheets sheets, OutputStream out) throws IOException {
        Path aside = Files.createTempFile("mera-", ".xlsx");
        try (out) {
            try (OutputStream file = Files.newOutputStream(aside);
                    Workbook workbook = new Workbook(file, APPLICATION, null)) {
                workbook.setCompressionLevel(Deflater.BEST_SPEED);
                workbook.setGlobalDefaultFont("Arial", 10);
                workbook.properties().setTitle(title);
                sheets.write(workbook);
            }
            pack(aside, out);
        } finally {
            Files.delete(aside);
        }
    }

    private static void pack(Path file, OutputStream out) throws IOException {
        try (ZipFile parts = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            List<? extends ZipEntry> inOrder = parts.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName, CodePoints.ORDER))
                    .toList();
            for (ZipEntry part : inOrder) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(SOME_TIME);
                zip.putNextEntry(entry);
                try (InputStream content = parts.getInputStream(part)) {
                    if (part.getName().equals(PROPERTIES)) {
                        zip.write(withoutTime(content.readAllBytes()));
                    } else {
                        content.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
            zip.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
