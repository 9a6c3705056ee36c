package org.mera.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.mera.csv.FieldCharacters;

/** Sees whether a cell above 0 cites known documents and nothing else, and whether a line names only directions of its criterion. */
final class QuickEvidence {

    private final TableForm form;
    private final FieldCharacters characters;
    private final CitationFinder citations;
    private final Map<Assessor, CodeIndex> documents = new EnumMap<>(Assessor.class);

    QuickEvidence(TableForm form, FieldCharacters characters, CitationFinder citations, DocumentLists lists) {
        this.form = form;
        this.characters = characters;
        this.citations = citations;
        for (Assessor assessor : Assessor.values()) {
            documents.put(assessor, lists.index(assessor));
        }
    }

    /** {@return whether the field cites documents of this assessor's, if anything need be cited} */
    boolean isCited(QuickLine line, int index, Assessor assessor) {
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
                Objects.requireNonNull(documents.get(assessor)));
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
