package org.mera.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.csv.FieldCharacters;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.DocumentKind.Requisite;

/**
 * Reads a company's source documents line by line from their bytes, as long as all is plainly sound: codes that stand once in their list, kinds that
 * are known, all requisites, dates of the calendar. What is not, it leaves to the {@link DocumentReader}. Of a document it keeps what a citation
 * needs. One serves many companies; not thread-safe.
 */
final class QuickDocuments {

    /** Kinds are written in a few ways each, none of them long but for the gaps that some fill it with. */
    private static final int MOST_KINDS = 256;

    private static final int LONGEST_KIND = 100;

    private final LocalDate cutoff;
    private final String identity;
    private final FieldCharacters characters = new FieldCharacters();
    private final IdentityHashMap<Layout, DocumentColumns> columns = new IdentityHashMap<>();
    private final Map<String, DocumentKind> kinds = new HashMap<>();

    /**
     * @param identity the name of the field that says whose a line is
     * @param cutoff   the last date that a document may bear
     */
    QuickDocuments(String identity, LocalDate cutoff) {
        this.identity = identity;
        this.cutoff = cutoff;
    }

    /** {@return the documents} Empty where it is not plain that there is nothing to be said of them. */
    Optional<DocumentLists> read(CompanyFile file) {
        List<ParsedDocument> documents = new ArrayList<>();
        Map<Assessor, Map<String, ParsedDocument>> byList = new EnumMap<>(Assessor.class);
        for (Part part : file.parts()) {
            if (part.layout().form() == Form.DOCUMENTS && !read(part, file.company(), documents, byList)) {
                return Optional.empty();
            }
        }
        return Optional.of(new DocumentLists(documents, byList, List.of()));
    }

    private boolean read(
            Part part,
            String company,
            List<ParsedDocument> documents,
            Map<Assessor, Map<String, ParsedDocument>> byList) {
        DocumentColumns at = columns.computeIfAbsent(part.layout(), DocumentColumns::of);
        int whose = part.layout().indexOf(identity);
        QuickLine line = new QuickLine(part);
        for (int start = 0; start < part.bytes().length; ) {
            start = line.find(start);
            if (start < 0 || !line.names(company, whose, characters)) {
                return false;
            }
            Assessor list = list(line, at);
            ParsedDocument document = list == null ? null : document(line, at);
            if (document == null) {
                return false;
            }
            String code = DocumentCode.normal(document.code()).orElse(null);
            if (code == null
                    || byList.computeIfAbsent(list, any -> new HashMap<>()).putIfAbsent(code, document) != null) {
                return false;
            }
            documents.add(document);
        }
        return true;
    }

    private @Nullable Assessor list(QuickLine line, DocumentColumns at) {
        String word = line.text(at.assessor(), characters);
        return word.isEmpty() ? Assessor.COMPANY : Words.assessor(word);
    }

    /** {@return the document of a line} Null where anything about it is not plain. */
    private @Nullable ParsedDocument document(QuickLine line, DocumentColumns at) {
        DocumentKind kind = kind(line.text(at.kind(), characters));
        if (kind == null || isNothing(line, at.title())) {
            return null;
        }
        for (Requisite requisite : kind.requisites()) {
            if (isNothing(line, at.of(requisite))) {
                return null;
            }
        }
        if (!line.isEmpty(at.number())
                && SpreadsheetDamage.in(line.text(at.number(), characters)).isPresent()) {
            return null;
        }
        DocumentDate date = null;
        if (!isNothing(line, at.date())) {
            date = DocumentDate.parse(characters.toString()).orElse(null);
            if (date == null
                    || (date.partial() && !kind.mayBearPartialDate())
                    || date.firstDay().isAfter(cutoff)) {
                return null;
            }
        }
        ReportedYears years =
                date == null ? null : ReportedYears.of(date.firstDay().getYear());
        if (!isNothing(line, at.year())) {
            years = ReportedYears.parse(characters.toString()).orElse(null);
            if (years == null) {
                return null;
            }
        }
        return ParsedDocument.sound(line.text(at.document(), characters), kind, date, years);
    }

    /** {@return whether a field says that there is nothing} If not, its characters are those that were read last. */
    private boolean isNothing(QuickLine line, int index) {
        if (line.isEmpty(index)) {
            return true;
        }
        line.read(index, characters);
        return characters.to() - characters.from() <= Words.LONGEST_NOTHING && Words.isNothing(characters.toString());
    }

    private @Nullable DocumentKind kind(String text) {
        DocumentKind known = kinds.get(text);
        if (known == null) {
            known = Words.kind(text).orElse(null);
            if (known != null && text.length() <= LONGEST_KIND && kinds.size() < MOST_KINDS) {
                kinds.put(text, known);
            }
        }
        return known;
    }
}
