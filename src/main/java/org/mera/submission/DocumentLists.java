package org.mera.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mera.csv.Problem;

/**
 * The source documents of a company: the expert's list and the company's own.
 *
 * @param documents all that were read, by file and place, repeats left out
 * @param byList    of each list the documents by the normal form of their codes
 * @param problems  what belongs to no document that could be cited
 */
record DocumentLists(
        List<ParsedDocument> documents, Map<Assessor, Map<String, ParsedDocument>> byList, List<Problem> problems) {

    /** {@return whether nothing at all is to be said of them} */
    boolean isSound() {
        return problems.isEmpty()
                && documents.stream().allMatch(document -> document.problems().isEmpty());
    }

    /** {@return where an assessor's codes are looked up: in his own list first, then in the company's} */
    CodeIndex index(Assessor assessor) {
        Map<String, ParsedDocument> known = new HashMap<>(list(Assessor.COMPANY));
        known.putAll(list(assessor));
        return new CodeIndex(known);
    }

    /** {@return the documents as they were handed in} */
    List<SourceDocument> sources() {
        return documents.stream()
                .filter(document -> !document.isBroken())
                .map(ParsedDocument::source)
                .toList();
    }

    /** {@return the problems of documents} Those of a document that the Table that counts does not cite are warnings. */
    List<Problem> problems(Set<ParsedDocument> cited) {
        List<Problem> all = new ArrayList<>(problems);
        for (ParsedDocument document : documents) {
            boolean counts = cited.contains(document);
            document.problems().forEach(problem -> all.add(counts ? problem : problem.asWarning()));
        }
        return all;
    }

    private Map<String, ParsedDocument> list(Assessor assessor) {
        return byList.getOrDefault(assessor, Map.of());
    }
}
