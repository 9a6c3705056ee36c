package org.mera.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.DocumentKind;

/** What the evidence of an assessor's Table cites: codes are looked up in his own list of documents first, then in the company's. */
public final class CitedSources {

    /**
     * What a cell's evidence says.
     *
     * @param before    what stands before the first citation; all of it where there is none
     * @param citations in the order of the text
     */
    public record Evidence(String before, List<Cited> citations) {}

    /**
     * A citation.
     *
     * @param code     as written
     * @param clause   as written; empty where none is named
     * @param document null where the code is in no list
     */
    public record Cited(String code, String clause, @Nullable SourceDocument document) {}

    private final CodeIndex index;

    /** @param documents all lists of the company; of a document that stands there twice the first counts */
    public CitedSources(Assessor assessor, List<SourceDocument> documents) {
        Map<String, ParsedDocument> known = new HashMap<>();
        add(known, documents, assessor);
        add(known, documents, Assessor.COMPANY);
        index = new CodeIndex(known);
    }

    /** {@return what a cell's evidence cites} */
    public Evidence in(String evidence) {
        List<Cited> cited = new ArrayList<>(2);
        int before = evidence.length();
        for (Citation citation : Citations.in(evidence, index)) {
            before = Math.min(before, citation.codeFrom());
            ParsedDocument document = citation.document();
            cited.add(new Cited(citation.code(), citation.clause(), document == null ? null : document.source()));
        }
        return new Evidence(evidence.substring(0, before).strip(), List.copyOf(cited));
    }

    /** {@return the kind that a document's line names} */
    public static Optional<DocumentKind> kind(SourceDocument document) {
        return Words.kind(document.kind());
    }

    /** {@return whether a cell's text says that there is nothing: it is empty, a dash or {@code нет}} */
    public static boolean isNothing(String text) {
        return Words.isNothing(text);
    }

    private static void add(Map<String, ParsedDocument> known, List<SourceDocument> documents, Assessor list) {
        for (SourceDocument document : documents) {
            if (document.list() == list) {
                DocumentCode.normal(document.code())
                        .ifPresent(code -> known.putIfAbsent(code, ParsedDocument.of(document)));
            }
        }
    }
}
