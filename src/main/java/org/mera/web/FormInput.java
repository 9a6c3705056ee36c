package org.mera.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import org.mera.csv.CsvOutput;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file of the committee's, as it was handed over or made of a form's fields: there is one set of checks, and it is made for files.
 *
 * @param name as it is told of; no part of it ever names a place on the disk
 */
record FormInput(String name, byte[] content) {

    private static final int LONGEST_NAME = 120;

    /** What is sent to and fro between the check and the act; longer files are handed over again. */
    private static final int LONGEST_KEPT = 1 << 19;

    /** {@return the file that a browser has sent} */
    static FormInput of(MultipartFile file) throws IOException {
        String given = file.getOriginalFilename();
        return new FormInput(safe(given == null ? "" : given), file.getBytes());
    }

    /** {@return the file that was looked at before} */
    static FormInput kept(String name, String content) {
        return new FormInput(safe(name), Base64.getDecoder().decode(content));
    }

    /** {@return a file of one line} */
    static FormInput line(String name, List<String> headings, List<String> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.data(out)) {
            headings.forEach(csv::text);
            csv.end();
            values.forEach(value -> csv.text(value.strip()));
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FormInput(name, out.toByteArray());
    }

    /** {@return its bytes, to be handed over again} Empty where they are too many. */
    public String toKeep() {
        return content.length > LONGEST_KEPT ? "" : Base64.getEncoder().encodeToString(content);
    }

    /** Does something with it as a file that is there no longer than that. {@return what came of it} */
    <T> T asFile(BiFunction<Path, String, T> work) throws IOException {
        Path file = Files.createTempFile("mera-form", ".csv");
        try {
            Files.write(file, content);
            return work.apply(file, name);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String safe(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "")
                .strip();
        String shortened = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return shortened.isEmpty() ? "file.csv" : shortened;
    }
}
