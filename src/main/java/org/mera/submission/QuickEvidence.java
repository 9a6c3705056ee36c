package org.mera.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.mera.csv.FieldCharacters;

/** Sees whether a cell above 0 cites known documents and nothing else, and whether a line names only directions of its criterion. */
final class QuickEvidence implements CitedCell {

    private final TableForm form;
    private final FieldCharacters characters;
    private final CitationFinder citations;
    private final Map<Assessor, CodeIndex> documents = new EnumMap<>(Assessor.class);
    private int codeFrom;
    private int codeEnd;

    QuickEvidence(TableForm form, FieldCharacters characters, CitationFinder citations, DocumentLists lists) {
        this.form = form;
        this.characters = characters;
        this.citations = citations;
        for (Assessor assessor : Assessor.values()) {
            documents.put(assessor, lists.index(assessor));
        }
    }

    /** {@return whether the field, of a cell above 0, cites documents of the assessor's, if anything need be cited} */
    boolean isCited(QuickLine line, int index, QuickTable table, int column) {
        if (!form.methodology().evidenceRequired()) {
            return true;
        }
        if (line.isEmpty(index)) {
            return false;
        }
        line.read(index, characters);
        citations.begin(
                characters.characters(),
                characters.from(),
                characters.to(),
                Objects.requireNonNull(documents.get(table.assessor())));
        EvidenceWarnings warnings = table.evidence();
        return warnings == null ? citesKnown() : citesKnown(warnings, column);
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
        return new String(characters.characters(), codeFrom, codeEnd - codeFrom);
    }

    @Override
    public String evidence() {
        return characters.toString();
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
