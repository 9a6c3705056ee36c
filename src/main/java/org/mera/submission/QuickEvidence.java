package org.mera.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mera.csv.FieldCharacters;

/** Sees whether a cell above 0 cites known documents and nothing else, and whether a line names only directions of its criterion. */
final class QuickEvidence implements CitedCell {

    private final TableForm form;
    private final FieldCharacters characters;
    private final PlainCitations plain;
    private final CitationFinder citations;
    private final DocumentLists lists;
    private final Map<Assessor, CodeIndex> documents = new EnumMap<>(Assessor.class);

    /** The cell that is being read, and which of its citations. */
    private @Nullable QuickLine line;

    private int field;
    private int citation;
    private boolean isPlain;
    private int codeFrom;
    private int codeEnd;

    QuickEvidence(
            TableForm form,
            FieldCharacters characters,
            PlainCitations plain,
            CitationFinder citations,
            DocumentLists lists) {
        this.form = form;
        this.characters = characters;
        this.plain = plain;
        this.citations = citations;
        this.lists = lists;
    }

    /** {@return whether the field, of a cell above 0, cites documents of the assessor's, if anything need be cited} */
    boolean isCited(QuickLine newLine, int index, QuickTable table, int column) {
        if (!form.methodology().evidenceRequired()) {
            return true;
        }
        if (newLine.isEmpty(index)) {
            return false;
        }
        line = newLine;
        field = index;
        CodeIndex known = index(table.assessor());
        isPlain = plain.read(
                newLine.bytes(),
                newLine.from(index),
                newLine.to(index),
                newLine.part().encoding(),
                known);
        EvidenceWarnings warnings = table.evidence();
        if (isPlain) {
            if (warnings != null) {
                citePlain(warnings, column);
            }
            return true;
        }
        newLine.read(index, characters);
        citations.begin(characters.characters(), characters.from(), characters.to(), known);
        return warnings == null ? citesKnown() : citesKnown(warnings, column);
    }

    private CodeIndex index(Assessor assessor) {
        CodeIndex known = documents.get(assessor);
        if (known == null) {
            known = lists.index(assessor);
            documents.put(assessor, known);
        }
        return known;
    }

    private void citePlain(EvidenceWarnings warnings, int column) {
        warnings.beginCell(column);
        for (citation = 0; citation < plain.count(); citation++) {
            warnings.cite(plain.document(citation), plain.isWithClause(citation), this);
        }
        warnings.endCell(this);
    }

    private boolean citesKnown() {
        if (!citations.next()) {
            return false;
        }
        do {
            if (citations.document() == null) {
                return false;
            }
        } while (citations.next());
        return true;
    }

    private boolean citesKnown(EvidenceWarnings warnings, int column) {
        warnings.beginCell(column);
        boolean another = citations.next();
        if (!another) {
            return false;
        }
        while (another) {
            ParsedDocument document = citations.document();
            if (document == null) {
                return false;
            }
            codeFrom = citations.codeFrom();
            codeEnd = citations.codeEnd();
            another = citations.next();
            int next = another ? citations.partFrom() : characters.to();
            warnings.cite(document, citations.isClauseBetween(codeEnd, next), this);
        }
        warnings.endCell(this);
        return true;
    }

    @Override
    public String code() {
        return isPlain ? plain.code(citation) : new String(characters.characters(), codeFrom, codeEnd - codeFrom);
    }

    @Override
    public String evidence() {
        return Objects.requireNonNull(line).text(field, characters);
    }

    /** {@return whether the field names nothing but directions of the criterion} */
    boolean hasDirections(QuickLine line, int index, int criterion) {
        if (line.isEmpty(index)) {
            return true;
        }
        int count = form.directionCount(criterion);
        line.read(index, characters);
        return Directions.arePlain(characters.characters(), characters.from(), characters.to(), count)
                || Directions.parse(line.text(index, characters), count)
                        .unknown()
                        .isEmpty();
    }
}
