package org.mera.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mera.csv.CsvRecord;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** Reads one company's source documents, each once, and looks for faults in them. */
final class DocumentReader {

    private final CompanyRecords records;
    private final DocumentRules rules;
    private final boolean registered;

    private final Set<ParsedDocument> documents = new LinkedHashSet<>();
    private final Map<Assessor, Map<String, ParsedDocument>> byList = new EnumMap<>(Assessor.class);
    private final List<Problem> problems = new ArrayList<>();
    private String lastUnknownAssessor = "";

    /** @param registered whether the register has the company, or is not asked */
    DocumentReader(CompanyRecords records, DocumentRules rules, boolean registered) {
        this.records = records;
        this.rules = rules;
        this.registered = registered;
    }

    DocumentLists read(List<Part> parts) {
        Part previous = null;
        for (Part part : parts) {
            if (part.layout().form() == Form.DOCUMENTS) {
                read(part, previous == null || !CompanyRecords.areAdjacent(previous, part));
                previous = part;
            }
        }
        return new DocumentLists(List.copyOf(documents), byList, problems);
    }

    private void read(Part part, boolean newRun) {
        List<CsvRecord> lines = records.of(part);
        if (newRun) {
            lastUnknownAssessor = "";
        }
        if (newRun && !registered && !lines.isEmpty()) {
            problems.add(records.unknownCompany(part.file(), lines.get(0).number()));
        }
        DocumentColumns columns = DocumentColumns.of(part.layout());
        for (CsvRecord line : lines) {
            read(part, columns, line);
        }
    }

    private void read(Part part, DocumentColumns columns, CsvRecord line) {
        String word = columns.assessor(line);
        Assessor list = word.isEmpty() ? Assessor.COMPANY : Words.assessor(word);
        boolean complete = columns.isComplete(line);
        if (list == null) {
            addUnlisted(part, line, word, complete);
            return;
        }
        lastUnknownAssessor = "";
        SourceDocument source = columns.source(part.file(), line, list);
        if (complete) {
            add(ParsedDocument.of(source));
        } else {
            addBroken(ParsedDocument.broken(source), records.wrongFieldCount(part, line));
        }
    }

    /** A document in nobody's list cannot be cited: the cell that relies on it has the error. */
    private void addUnlisted(Part part, CsvRecord line, String word, boolean complete) {
        if (!complete) {
            problems.add(records.wrongFieldCount(part, line).asWarning());
        } else if (!word.equals(lastUnknownAssessor)) {
            problems.add(records.problem(ProblemCode.UNKNOWN_ASSESSOR, part.file(), line.number())
                    .asWarning()
                    .withColumn("assessor")
                    .withValue(word));
            lastUnknownAssessor = word;
        }
    }

    private void add(ParsedDocument document) {
        Optional<String> code = DocumentCode.normal(document.code());
        if (code.isEmpty()) {
            addWithoutCode(document);
            return;
        }
        Map<String, ParsedDocument> list = list(document);
        ParsedDocument first = list.get(code.get());
        if (first == null || first.isBroken()) {
            check(document);
            documents.add(document);
            list.put(code.get(), document);
            if (first != null) {
                first.problems().forEach(document::add);
                documents.remove(first);
            }
        } else if (!document.isRepeatOf(first)) {
            documents.add(document);
            first.add(duplicate(document, first));
        }
    }

    /** Of a line that cannot be read the code alone is known, so that the cells which cite it are spared a second error. */
    private void addBroken(ParsedDocument document, Problem problem) {
        Optional<String> code = DocumentCode.normal(document.code());
        if (code.isEmpty()) {
            problems.add(problem.asWarning());
            return;
        }
        ParsedDocument first = list(document).putIfAbsent(code.get(), document);
        if (first == null) {
            documents.add(document);
        }
        (first == null ? document : first).add(problem);
    }

    private void addWithoutCode(ParsedDocument document) {
        String code = document.code();
        Problem bad = problem(document, ProblemCode.BAD_CODE).withVariant(code.isEmpty() ? "blank" : "");
        Problem problem = SpreadsheetDamage.in(code)
                .map(damage ->
                        problem(document, ProblemCode.SPREADSHEET_DAMAGED).withVariant(damage.variant()))
                .orElse(bad);
        document.add(problem.asWarning().withColumn("document").withValue(code));
        check(document);
        documents.add(document);
    }

    private void check(ParsedDocument document) {
        rules.check(document, code -> problem(document, code));
    }

    private Problem duplicate(ParsedDocument document, ParsedDocument first) {
        return problem(document, ProblemCode.DUPLICATE_DOCUMENT)
                .withColumn("document")
                .withValue(document.code())
                .withDetails(
                        first.source().file(), Integer.toString(first.source().record()));
    }

    private Problem problem(ParsedDocument document, ProblemCode code) {
        return records.problem(code, document.source().file(), document.source().record());
    }

    private Map<String, ParsedDocument> list(ParsedDocument document) {
        return byList.computeIfAbsent(document.source().list(), list -> new HashMap<>());
    }
}
