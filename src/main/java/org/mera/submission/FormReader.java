package org.mera.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CsvScan;
import org.mera.csv.CsvScanner;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.csv.RawRecord;
import org.mera.csv.RecordHandler;
import org.mera.methodology.Methodology;

/**
 * Reads a form that is handed over to a command rather than in: the committee's decisions, its verification, earlier rankings. Encodings, delimiters,
 * headings and identities are as in an inbox.
 */
public final class FormReader implements RecordHandler {

    /** What each line must say, of the fields that a header must have: a line is complete with empty ones at its end, as spreadsheets drop them. */
    private static final Map<Form, Set<String>> MAY_BE_EMPTY = Map.of(
            Form.DECISIONS,
            Set.of("evidence", "class", "criterion", "column", "score"),
            Form.VERIFICATION,
            Set.of("criterion", "column", "request", "answer", "verifier", "date"),
            Form.HISTORY,
            Set.of("indicator"));

    private final String file;
    private final Form form;
    private final Headings headings;
    private final Identity identity;
    private final Map<String, String> found = new HashMap<>();
    private final List<FormLine> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private @Nullable Layout layout;

    private FormReader(String file, Form form, Methodology methodology) {
        this.file = file;
        this.form = form;
        headings = Headings.of(methodology);
        identity = new Identity(methodology.identification());
    }

    /**
     * {@return what the file says} A file that cannot be read is a problem like any other.
     *
     * @param form DECISIONS, VERIFICATION or HISTORY
     */
    public static FormContent read(Path file, Form form, Methodology methodology) {
        return read(file, file.toString(), form, methodology);
    }

    /** {@return the same of a file that is told of by another name} */
    public static FormContent read(Path file, String name, Form form, Methodology methodology) {
        FormReader reader = new FormReader(name, form, methodology);
        try {
            UnreadableFile.requireRegular(file);
            return reader.content(CsvScanner.scan(file, reader));
        } catch (IOException e) {
            return new FormContent(name, List.of(), List.of(UnreadableFile.problem(name, e)), "", Map.of());
        }
    }

    /** {@return the company that a text names, as it is stored} Empty where it is no INN, or no code. */
    public static Optional<String> company(String text, Methodology methodology) {
        return new Identity(methodology.identification()).parse(text);
    }

    /** {@return what a message says of the scale: all scores but the highest, and the highest} For instance {@code 0, 0,5} and {@code 1}. */
    public static List<String> scaleInWords(Methodology methodology) {
        return new TableForm(methodology).scaleInWords();
    }

    private FormContent content(CsvScan scan) {
        Problem fault = scan.fault();
        if (fault != null) {
            return new FormContent(file, List.of(), List.of(InboxScanner.named(file, fault)), scan.sha256(), found);
        }
        problems.sort(Problem.ORDER);
        return new FormContent(file, lines, problems, scan.sha256(), found);
    }

    @Override
    public void restart() {
        layout = null;
        found.clear();
        lines.clear();
        problems.clear();
    }

    @Override
    public boolean header(RawRecord header) {
        List<String> texts = InboxRecords.texts(header);
        Header recognised = headings.recognise(file, header.number(), texts, form);
        if (recognised instanceof Header.Sound sound) {
            layout = sound.layout();
            for (int i = 0; i < texts.size(); i++) {
                String field = sound.layout().columns().get(i);
                if (!field.isEmpty()) {
                    found.put(field, texts.get(i));
                }
            }
            problems.addAll(sound.warnings());
            return true;
        }
        problems.add(((Header.Rejected) recognised).problem());
        return false;
    }

    @Override
    public void record(RawRecord record) {
        if (layout == null) {
            throw new IllegalStateException("The header comes first");
        }
        List<String> texts = InboxRecords.texts(record);
        if (isComplete(texts, layout.columns())) {
            lines.add(line(record.number(), texts, layout.columns()));
        } else {
            String fields = Integer.toString(texts.size());
            problems.add(Problem.of(ProblemCode.WRONG_FIELD_COUNT, file, record.number())
                    .withValue(fields)
                    .withDetails(fields, Integer.toString(layout.columns().size())));
        }
    }

    private boolean isComplete(List<String> texts, List<String> columns) {
        Set<String> mayBeEmpty = MAY_BE_EMPTY.getOrDefault(form, Set.of());
        return CompanyRecords.isComplete(texts, columns, name -> name.isEmpty() || mayBeEmpty.contains(name));
    }

    private FormLine line(int number, List<String> texts, List<String> columns) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                fields.put(columns.get(i), CompanyRecords.field(texts, i));
            }
        }
        String text = fields.getOrDefault(identity.field(), "");
        String company = identity.parse(text).orElse("");
        if (company.isEmpty()) {
            problems.add(identity.bad(file, number, text));
        }
        return new FormLine(number, company, fields);
    }
}
