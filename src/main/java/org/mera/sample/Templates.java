package org.mera.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.mera.company.Company;
import org.mera.csv.CsvOutput;
import org.mera.methodology.Criterion;
import org.mera.methodology.Methodology;

/**
 * Writes the empty forms that experts and companies fill in: for each company {@code INN-table.csv} with a line for every criterion and
 * {@code INN-documents.csv} with its headings, as Excel in Russian opens them; and once {@code criteria.txt}, which explains them.
 */
public final class Templates {

    /**
     * Writes the forms.
     *
     * @param language of headings and titles: English, or else Russian
     * @param folder   made where it is missing
     * @throws UncheckedIOException when the folder cannot be written, or a form is there already (its cause is a
     *     {@link FileAlreadyExistsException}): somebody may have filled it in
     */
    public void write(List<Company> register, int year, Path folder, Methodology methodology, Locale language) {
        Language headings = language.getLanguage().equals("en") ? Language.ENGLISH : Language.RUSSIAN;
        try {
            Files.createDirectories(folder);
            guide(folder, methodology, headings);
            for (Company company : register) {
                String name = fileName(company.id());
                table(folder.resolve(name + "-table.csv"), company, year, methodology, headings);
                documents(folder.resolve(name + "-documents.csv"), methodology, headings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void guide(Path folder, Methodology methodology, Language language) throws IOException {
        Path file = folder.resolve("criteria.txt");
        try (BufferedWriter out =
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            out.write('\uFEFF');
            for (String line : new TemplateGuide(methodology, language).lines()) {
                out.write(line);
                out.write("\r\n");
            }
        }
    }

    private static void table(Path file, Company company, int year, Methodology methodology, Language language)
            throws IOException {
        List<String> fields = Fields.ofTemplate(methodology);
        try (OutputStream bytes = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                CsvOutput out = CsvOutput.excel(bytes)) {
            for (String field : fields) {
                out.text(language.heading(field));
            }
            out.end();
            for (Criterion criterion : methodology.criteria()) {
                for (String field : fields) {
                    cell(out, field, company, year, criterion, language);
                }
                out.end();
            }
        }
    }

    private static void cell(
            CsvOutput out, String field, Company company, int year, Criterion criterion, Language language)
            throws IOException {
        switch (field) {
            case "inn", "id" -> out.text(company.id());
            case "year" -> out.number(year);
            case "criterion" -> out.number(criterion.number());
            case "title" -> out.text(criterion.title().in(language.locale()));
            default -> out.empty();
        }
    }

    private static void documents(Path file, Methodology methodology, Language language) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                CsvOutput out = CsvOutput.excel(bytes)) {
            for (String field : Fields.ofDocuments(methodology)) {
                out.text(language.headingOfDocuments(field));
            }
            out.end();
        }
    }

    /** {@return the identity as a part of a file's name} A code, unlike an INN, may hold any character. */
    private static String fileName(String id) {
        StringBuilder name = new StringBuilder();
        id.codePoints().forEach(c -> name.appendCodePoint(Character.isLetterOrDigit(c) || c == '-' ? c : '_'));
        return name.toString();
    }
}
