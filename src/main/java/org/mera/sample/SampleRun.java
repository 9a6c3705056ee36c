package org.mera.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;

/** One writing of an invented inbox. */
final class SampleRun {

    private static final int SMALL = 200;
    private static final int BULK = 1000;
    private static final int EXPERTS = 40;
    private static final List<FileStyle> STYLES = List.of(FileStyle.EXCEL_UTF_8, FileStyle.EXCEL, FileStyle.ENGLISH);

    private final Path folder;
    private final SampleOptions options;
    private final Blueprint blueprint;
    private final IntConsumer companiesDone;
    private final List<Fault> faults;
    private final List<String> tableFields;
    private final List<String> bulkTableFields;
    private final List<String> documentFields;

    SampleRun(Path folder, SampleOptions options, Blueprint blueprint, IntConsumer companiesDone) {
        this.folder = folder;
        this.options = options;
        this.blueprint = blueprint;
        this.companiesDone = companiesDone;
        Methodology methodology = blueprint.methodology();
        faults = Fault.possible(methodology);
        tableFields = Fields.ofTable(methodology);
        bulkTableFields = tableFields.stream()
                .filter(field -> !field.equals("assessor") && !field.equals("final"))
                .toList();
        documentFields = Fields.ofDocuments(methodology);
    }

    void write() throws IOException {
        register();
        List<Integer> inBulk = new ArrayList<>();
        int bulkFiles = 0;
        for (int number = 1; number <= options.companies(); number++) {
            if (options.companies() <= SMALL && number % 4 != 0) {
                alone(company(number));
            } else {
                inBulk.add(number);
            }
            if (inBulk.size() == BULK || (number == options.companies() && !inBulk.isEmpty())) {
                bulkFiles++;
                bulk(bulkFiles, inBulk);
                inBulk.clear();
                companiesDone.accept(number);
            }
        }
        companiesDone.accept(options.companies());
    }

    InventedCompany company(int number) {
        return InventedCompany.of(
                number, options.seed(), blueprint.methodology().identification());
    }

    /** Spreads the faulty ones evenly, so that their share is exact. */
    boolean isFaulty(int number) {
        return faultyUpTo(number) > faultyUpTo(number - 1);
    }

    Fault fault(int number) {
        return faults.get((int) (faultyUpTo(number - 1) % faults.size()));
    }

    private long faultyUpTo(int number) {
        return (long) number * options.faultyPercent() / 100;
    }

    private void register() throws IOException {
        FileStyle style = FileStyle.EXCEL_UTF_8;
        try (StyledCsv out = open("companies.csv", style)) {
            for (String field : Fields.ofRegister(blueprint.methodology())) {
                out.field(style.language().heading(field));
            }
            out.end();
            for (int number = 1; number <= options.companies(); number++) {
                Company company = company(number).company();
                out.field(company.id())
                        .field(company.name())
                        .field(company.industry())
                        .field(company.region())
                        .field(company.participation().word(style.language().locale()))
                        .end();
            }
        }
    }

    private void bulk(int fileNumber, List<Integer> numbers) throws IOException {
        FileStyle style = STYLES.get(fileNumber % STYLES.size());
        String suffix = "-" + InventedCompany.padded(fileNumber, 3) + ".csv";
        try (Pair pair = new Pair("tables" + suffix, bulkTableFields, "documents" + suffix, style)) {
            for (int number : numbers) {
                pair.write(company(number));
            }
        }
    }

    private void alone(InventedCompany company) throws IOException {
        FileStyle style = STYLES.get(company.number() % STYLES.size());
        String subfolder = InventedCompany.padded(company.number(), 6) + "/";
        Files.createDirectories(folder.resolve(subfolder));
        try (Pair pair = new Pair(subfolder + "table.csv", tableFields, subfolder + "documents.csv", style)) {
            pair.write(company);
        }
        if (company.company().participation() == Participation.ON_SITE && company.number() % 2 == 0) {
            try (StyledCsv out = open(subfolder + "self-assessment.csv", style)) {
                selfAssessment(company, style, out);
            }
        }
        companiesDone.accept(company.number());
    }

    /** Companies think somewhat better of themselves. */
    private void selfAssessment(InventedCompany company, FileStyle style, StyledCsv out) throws IOException {
        TableForm form = new TableForm(blueprint, tableFields, style, out);
        InventedTable table = new InventedTable(
                blueprint,
                Dice.seed(tableSeed(company), 3),
                Dice.seed(tableSeed(company), 4),
                company.quality(options.year()) + 60,
                style.language().codePrefix());
        form.header();
        form.write(
                company.id(),
                options.year(),
                new TableForm.Author(style.language().companyWord(), "", ""),
                table,
                null);
    }

    private long tableSeed(InventedCompany company) {
        return Dice.seed(company.seed(), options.year());
    }

    private StyledCsv open(String name, FileStyle style) throws IOException {
        OutputStream out = Files.newOutputStream(folder.resolve(name));
        return new StyledCsv(out, style);
    }

    /** A file of Tables and a file of the documents that they cite. */
    private final class Pair implements AutoCloseable {

        private final FileStyle style;
        private final StyledCsv tablesOut;
        private final @Nullable StyledCsv documentsOut;
        private final TableForm tables;
        private final @Nullable InventedDocuments documents;

        Pair(String tableFile, List<String> fields, String documentFile, FileStyle style) throws IOException {
            this.style = style;
            tablesOut = open(tableFile, style);
            tables = new TableForm(blueprint, fields, style, tablesOut);
            tables.header();
            if (blueprint.methodology().evidenceRequired()) {
                documentsOut = open(documentFile, style);
                documents = new InventedDocuments(blueprint, documentFields, style, documentsOut, options.year());
                documents.header();
            } else {
                documentsOut = null;
                documents = null;
            }
        }

        void write(InventedCompany company) throws IOException {
            Flaw flaw = isFaulty(company.number()) ? flaw(company) : null;
            long seed = tableSeed(company);
            InventedTable table = table(company, seed);
            if (flaw != null) {
                table.raise(flaw.criterion(), flaw.column());
            }
            String id = flaw != null && flaw.is(Fault.BAD_INN) ? damaged(company.id()) : company.id();
            int expert = 1 + company.number() % EXPERTS;
            tables.write(id, options.year(), author(expert), table, flaw);
            if (flaw != null && flaw.is(Fault.NO_FINAL_ASSESSMENT)) {
                tables.write(id, options.year(), author(expert + 1), table(company, Dice.seed(seed, 5)), null);
            }
            if (documents != null) {
                int cited = flaw == null ? -1 : table.firstDocument(flaw.criterion(), flaw.column());
                documents.write(
                        company.id(),
                        "",
                        style.language().codePrefix(),
                        Dice.seed(seed, 6),
                        flaw == null ? null : flaw.fault(),
                        cited);
            }
        }

        @Override
        public void close() throws IOException {
            try (tablesOut) {
                if (documentsOut != null) {
                    documentsOut.close();
                }
            }
        }

        private InventedTable table(InventedCompany company, long seed) {
            return new InventedTable(
                    blueprint,
                    Dice.seed(seed, 1),
                    Dice.seed(seed, 2),
                    company.quality(options.year()),
                    style.language().codePrefix());
        }

        private Flaw flaw(InventedCompany company) {
            Dice dice = new Dice(Dice.seed(company.seed(), 2));
            return new Flaw(
                    fault(company.number()),
                    dice.below(blueprint.criteria().size()),
                    dice.below(blueprint.columns().size()));
        }

        private TableForm.Author author(int expert) {
            return new TableForm.Author(
                    style.language().expertWord(), style.language().expert(expert), "");
        }

        /** Another last digit: never a valid INN. */
        private static String damaged(String id) {
            int last = id.length() - 1;
            return id.substring(0, last) + (id.charAt(last) == '9' ? '0' : (char) (id.charAt(last) + 1));
        }
    }
}
