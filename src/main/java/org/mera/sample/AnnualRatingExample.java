package org.mera.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mera.company.Company;
import org.mera.company.Inn;
import org.mera.company.Participation;
import org.mera.methodology.Identification;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

/**
 * Writes the inbox of {@code jobs/annual-rating}: forty invented companies, handed in by people with different programs and habits, nine of them
 * with something wrong ({@code jobs/README.md} lists what). Run it to write the folder anew; it gives the same bytes each time.
 */
final class AnnualRatingExample {

    private static final int YEAR = 2025;
    private static final long SEED = 2025;
    private static final int COMPANIES = 40;
    private static final int THREE_EXPERTS = 25;
    private static final int TIED_WITH_16 = 28;
    private static final int LOST_ZERO = 26;

    private static final Map<Integer, Flaw> FLAWS = Map.of(
            11, new Flaw(Fault.BAD_SCORE, 6, 2),
            34, new Flaw(Fault.MISSING_EVIDENCE, 18, 1),
            35, new Flaw(Fault.UNKNOWN_DOCUMENT, 30, 0),
            36, new Flaw(Fault.MISSING_CRITERION, 41, 0),
            37, new Flaw(Fault.SUM_MISMATCH, 23, 0),
            38, new Flaw(Fault.WRONG_YEAR, 0, 0));

    private static final List<String> LEGAL_FORMS =
            List.of("АО «%s»", "ПАО «%s»", "ООО «%s»", "%s", "АО \"%s\"", "ООО «%s»");

    private final Path folder;
    private final Blueprint blueprint;
    private final List<String> tableFields;
    private final List<String> documentFields;

    AnnualRatingExample(Path folder, Methodology methodology) {
        this.folder = folder;
        blueprint = new Blueprint(methodology);
        tableFields = without(Fields.ofTable(methodology), "assessor", "final");
        documentFields = without(Fields.ofDocuments(methodology), "assessor");
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "jobs/annual-rating" : arguments[0]);
        new AnnualRatingExample(folder, Methodologies.bundled("anti-corruption-rating")).write();
    }

    void write() throws IOException {
        register();
        bulk(1, 15);
        alone(16, FileStyle.EXCEL);
        selfAssessment(16, FileStyle.EXCEL);
        alone(17, FileStyle.EXCEL, text -> text + (";".repeat(tableFields.size() - 1) + "\r\n").repeat(3));
        alone(18, FileStyle.EXCEL, text -> "sep=;\r\n" + text);
        alone(19, FileStyle.EXCEL_UTF_8.withLineBreaks());
        selfAssessment(19, FileStyle.EXCEL_UTF_8.withLineBreaks());
        shuffled(20, FileStyle.PLAIN);
        alone(21, FileStyle.ENGLISH);
        alone(22, FileStyle.ENGLISH.with('\t'));
        selfAssessment(22, FileStyle.ENGLISH.with('\t'));
        alone(23, FileStyle.EXCEL.with('\t'));
        alone(24, FileStyle.EXCEL_UTF_8.with(','));
        threeExperts(FileStyle.EXCEL);
        alone(
                LOST_ZERO,
                FileStyle.EXCEL,
                text -> text.replace(company(LOST_ZERO).id(), lostZero()));
        alone(27, FileStyle.EXCEL, Habits::decimalsOfAllSorts);
        alone(TIED_WITH_16, FileStyle.PLAIN);
        upperCase(29, FileStyle.PLAIN.withLineBreaks());
        alone(30, FileStyle.ENGLISH.with(';'));
        ownList(31, FileStyle.EXCEL_UTF_8);
        damagedCode(32, FileStyle.EXCEL);
        alone(33, FileStyle.EXCEL);
        alone(34, FileStyle.EXCEL);
        alone(35, FileStyle.EXCEL_UTF_8);
        alone(36, FileStyle.PLAIN);
        alone(37, FileStyle.EXCEL);
        alone(38, FileStyle.EXCEL_UTF_8);
        unclosedQuote(39, FileStyle.EXCEL);
    }

    private void register() throws IOException {
        file("companies.csv", FileStyle.EXCEL, out -> {
            for (String field : Fields.ofRegister(blueprint.methodology())) {
                out.field(Language.RUSSIAN.heading(field));
            }
            out.end();
            for (int number = 1; number <= COMPANIES; number++) {
                Company company = company(number);
                out.field(company.id())
                        .field(company.name())
                        .field(company.industry())
                        .field(company.region())
                        .field(company.participation().word(Language.RUSSIAN.locale()))
                        .end();
            }
        });
    }

    private void bulk(int first, int last) throws IOException {
        FileStyle style = FileStyle.EXCEL_UTF_8;
        file("experts/tables.csv", style, out -> {
            TableForm form = new TableForm(blueprint, tableFields, style, out);
            form.header();
            for (int number = first; number <= last; number++) {
                form.write(company(number).id(), YEAR, expert(number, style), table(number, style), FLAWS.get(number));
            }
        });
        file("experts/documents.csv", style, out -> {
            InventedDocuments form = new InventedDocuments(blueprint, documentFields, style, out, YEAR);
            form.header();
            for (int number = first; number <= last; number++) {
                form.write(company(number).id(), "", style.language().codePrefix(), textSeed(number), null, -1);
            }
        });
    }

    private void alone(int number, FileStyle style) throws IOException {
        alone(number, style, text -> text);
    }

    private void alone(int number, FileStyle style, UnaryOperator<String> habit) throws IOException {
        edited(folderOf(number) + "table.csv", style, habit, tables(number, style, tableFields, table(number, style)));
        UnaryOperator<String> habitOfDocuments = number == LOST_ZERO ? habit : text -> text;
        edited(
                folderOf(number) + "documents.csv",
                style,
                habitOfDocuments,
                documents(number, style, documentFields, "", style.language().codePrefix()));
    }

    private void selfAssessment(int number, FileStyle style) throws IOException {
        List<String> fields = without(Fields.ofTable(blueprint.methodology()), "expert", "final", "sum");
        TableForm.Author author = new TableForm.Author(style.language().companyWord(), "", "");
        InventedTable table =
                table(number, 7, quality(number) + 50, style.language().codePrefix());
        file(folderOf(number) + "self-assessment.csv", style, out -> {
            TableForm form = new TableForm(blueprint, fields, style, out);
            form.header();
            form.write(company(number).id(), YEAR, author, table, null);
        });
    }

    /** Columns in an order of one's own, and codes that look equal but are written in Cyrillic here and in Latin there. */
    private void shuffled(int number, FileStyle style) throws IOException {
        List<String> fields = new ArrayList<>(tableFields);
        Collections.rotate(fields, 5);
        Collections.swap(fields, 0, 9);
        List<String> ofDocuments = new ArrayList<>(documentFields);
        Collections.reverse(ofDocuments);
        InventedTable table = table(number, 0, quality(number), "А");
        file(folderOf(number) + "table.csv", style, tables(number, style, fields, table));
        file(folderOf(number) + "documents.csv", style, documents(number, style, ofDocuments, "", "A"));
    }

    private void upperCase(int number, FileStyle style) throws IOException {
        InventedTable table = table(number, 0, quality(number), "док-");
        edited(
                folderOf(number) + "TABLE.CSV",
                style,
                Habits::upperCaseHeader,
                tables(number, style, tableFields, table));
        edited(
                folderOf(number) + "DOCUMENTS.CSV",
                style,
                Habits::upperCaseHeader,
                documents(number, style, documentFields, "", "ДОК-"));
    }

    private void threeExperts(FileStyle style) throws IOException {
        List<String> fields = without(Fields.ofTable(blueprint.methodology()), "assessor");
        for (int expert = 1; expert <= 3; expert++) {
            TableForm.Author author = new TableForm.Author(
                    "", style.language().expert(expert), style.language().finalWord(expert == 2));
            InventedTable table = table(THREE_EXPERTS, expert, quality(THREE_EXPERTS), "Д");
            file(folderOf(THREE_EXPERTS) + "table-expert-" + expert + ".csv", style, out -> {
                TableForm form = new TableForm(blueprint, fields, style, out);
                form.header();
                form.write(company(THREE_EXPERTS).id(), YEAR, author, table, null);
            });
        }
        file(
                folderOf(THREE_EXPERTS) + "documents.csv",
                style,
                documents(THREE_EXPERTS, style, documentFields, "", "Д"));
    }

    /** The company scores itself by its own documents; the expert has a list of documents of his own with the same codes. */
    private void ownList(int number, FileStyle style) throws IOException {
        alone(number, style);
        selfAssessment(number, style);
        List<String> fields = Fields.ofDocuments(blueprint.methodology());
        file(folderOf(number) + "documents-expert.csv", style, out -> {
            InventedDocuments form = new InventedDocuments(blueprint, fields, style, out, YEAR);
            form.header();
            form.write(company(number).id(), style.language().expertWord(), "Д", textSeed(number) + 1, null, -1);
        });
    }

    /** The expert named a document МАР-15, and his spreadsheet took that for the fifteenth of March. */
    private void damagedCode(int number, FileStyle style) throws IOException {
        edited(
                folderOf(number) + "table.csv",
                style,
                text -> Habits.replaceFirst(text, "Д4 п\\. (\\d+)", "МАР-15 п. $1"),
                tables(number, style, tableFields, table(number, style)));
        edited(
                folderOf(number) + "documents.csv",
                style,
                text -> text + Habits.replaceFirst(Habits.lineWith(text, ";Д4;"), ";Д4;", ";15.мар;"),
                documents(number, style, documentFields, "", "Д"));
    }

    private void unclosedQuote(int number, FileStyle style) throws IOException {
        List<String> fields = without(tableFields, "c6_note");
        fields.add("c6_note");
        edited(
                folderOf(number) + "table.csv",
                style,
                text -> text.substring(0, text.lastIndexOf(';') + 1) + "\"см. приложение 4\r\n",
                tables(number, style, fields, table(number, style)));
        file(folderOf(number) + "documents.csv", style, documents(number, style, documentFields, "", "Д"));
    }

    private Body tables(int number, FileStyle style, List<String> fields, InventedTable table) {
        return out -> {
            TableForm form = new TableForm(blueprint, fields, style, out);
            form.header();
            form.write(company(number).id(), YEAR, expert(number, style), table, FLAWS.get(number));
        };
    }

    private Body documents(int number, FileStyle style, List<String> fields, String assessor, String codePrefix) {
        return out -> {
            InventedDocuments form = new InventedDocuments(blueprint, fields, style, out, YEAR);
            form.header();
            form.write(company(number).id(), assessor, codePrefix, textSeed(number), null, -1);
        };
    }

    private InventedTable table(int number, FileStyle style) {
        return table(number, 0, quality(number), style.language().codePrefix());
    }

    private InventedTable table(int number, int assessor, int quality, String codePrefix) {
        int scoresOf = number == TIED_WITH_16 ? 16 : number;
        InventedTable table = new InventedTable(
                blueprint,
                Dice.seed(Dice.seed(SEED, scoresOf), assessor),
                Dice.seed(textSeed(number), assessor),
                quality,
                codePrefix);
        Flaw flaw = FLAWS.get(number);
        if (flaw != null) {
            table.raise(flaw.criterion(), flaw.column());
        }
        return table;
    }

    private static TableForm.Author expert(int number, FileStyle style) {
        return new TableForm.Author("", style.language().expert(1 + number % 7), "");
    }

    private static Company company(int number) {
        Company invented = InventedCompany.of(number, SEED, Identification.INN).company();
        String id = number == LOST_ZERO ? Inn.complete("019700026") : invented.id();
        String name = LEGAL_FORMS
                .get(number % LEGAL_FORMS.size())
                .replace("%s", "Пример-" + InventedCompany.padded(number, 3));
        Participation participation = number % 3 == 1 ? Participation.ON_SITE : Participation.DESK;
        return new Company(id, name, invented.industry(), invented.region(), participation);
    }

    /** {@return how good a company is, in thousandths: 200 to 975, spread over the numbers} */
    private static int quality(int number) {
        int rated = number == TIED_WITH_16 ? 16 : number;
        return 200 + rated * 17 % 32 * 25;
    }

    private static long textSeed(int number) {
        return Dice.seed(SEED + 1, number);
    }

    private static String folderOf(int number) {
        return "example-" + InventedCompany.padded(number, 3) + "/";
    }

    private static String lostZero() {
        return company(LOST_ZERO).id().substring(1);
    }

    private static List<String> without(List<String> fields, String... others) {
        List<String> rest = new ArrayList<>(fields);
        rest.removeAll(List.of(others));
        return rest;
    }

    private void file(String name, FileStyle style, Body body) throws IOException {
        edited(name, style, text -> text, body);
    }

    private void edited(String name, FileStyle style, UnaryOperator<String> habit, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StyledCsv out = new StyledCsv(bytes, style)) {
            body.write(out);
        }
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, habit.apply(bytes.toString(style.charset())).getBytes(style.charset()));
    }

    private interface Body {
        void write(StyledCsv out) throws IOException;
    }
}
