package org.mera.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.DocumentKind;
import org.mera.ranking.RankedCompany;
import org.mera.scoring.Assessment;
import org.mera.scoring.ClassDecision;
import org.mera.scoring.DecidedCell;
import org.mera.submission.Assessor;

/**
 * All that a company's report prints. Scores and sums are in units of the methodology's scale.
 *
 * @param ranked        the company with its sums and places
 * @param overall       its place among all that are ranked
 * @param participation its place among those that take part in the same way
 * @param industry      its place among those of its industry; null where its industry is unknown
 * @param medians       what half of the ranked companies reach
 * @param expert        the name or code of the expert whose scores count; empty where none is named
 * @param lines         the Table that counts, every criterion once, in the methodology's order
 * @param own           the company's own scores; null where it did not score itself
 * @param ownSetAside   whether it scored itself but with faults, so that its scores are not printed
 * @param documents     all source documents handed in for it, those of the expert's list first
 * @param layers        whose Tables were handed in for it, in the order of its files
 * @param decisions     the committee's decisions on its scores, superseded ones too: by criterion and column, of one cell in their order
 * @param classes       the committee's decisions on its class, superseded ones too, in their order
 */
public record CompanyPaper(
        PaperCycle cycle,
        RankedCompany ranked,
        Place overall,
        Place participation,
        @Nullable Place industry,
        Medians medians,
        String expert,
        List<Line> lines,
        @Nullable Assessment own,
        boolean ownSetAside,
        List<Document> documents,
        List<Layer> layers,
        List<DecidedCell> decisions,
        List<ClassDecision> classes) {

    public CompanyPaper {
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
        layers = List.copyOf(layers);
        decisions = List.copyOf(decisions);
        classes = List.copyOf(classes);
        if (own != null && ownSetAside) {
            throw new IllegalArgumentException("What is set aside is not printed");
        }
    }

    /**
     * A place in a group of companies.
     *
     * @param sharing how many companies have it, this one included: 1 where it is not shared
     * @param of      how many companies the group has
     */
    public record Place(int rank, int sharing, int of) {

        public Place {
            if (rank < 1 || sharing < 1 || rank + sharing - 1 > of) {
                throw new IllegalArgumentException(
                        "There is no place " + rank + ", shared by " + sharing + ", of " + of);
            }
        }
    }

    /**
     * The medians of the sums of all ranked companies, in half units: of an even number of companies it may lie between two units.
     *
     * @param columns  by column of the methodology
     * @param sections by section of the methodology
     */
    public record Medians(int[] columns, int[] sections, int total) {}

    /**
     * A criterion as it was scored.
     *
     * @param scores        that count, by column
     * @param expert        what the expert gave, by column
     * @param marked        whether the assessor said anything of its directions
     * @param confirmed     a bit for each direction that applies and is confirmed, the first is bit 0
     * @param notApplicable a bit for each direction that does not apply
     * @param cells         by column
     */
    public record Line(
            int criterion,
            int[] scores,
            int[] expert,
            boolean marked,
            long confirmed,
            long notApplicable,
            List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** {@return the sum of its scores: column 7 of the official Table} */
        public int sum() {
            int sum = 0;
            for (int score : scores) {
                sum += score;
            }
            return sum;
        }
    }

    /**
     * What stands beside a score.
     *
     * @param text       what the evidence says before its first citation; all of it beside a 0
     * @param references the citations, in their order
     * @param note       empty where there is none
     */
    public record Cell(String text, List<Reference> references, String note) {

        public Cell {
            references = List.copyOf(references);
        }

        /** {@return whether nothing stands there} */
        public boolean isEmpty() {
            return text.isEmpty() && references.isEmpty() && note.isEmpty();
        }
    }

    /**
     * A document cited in a cell.
     *
     * @param code     as the assessor wrote it
     * @param document its index among the paper's documents; −1 where it is in no list
     * @param first    whether it is the document's first citation in the Table's order, which names its requisites
     * @param clauses  the clauses that are cited; empty where none is named
     */
    public record Reference(String code, int document, boolean first, String clauses) {}

    /**
     * A source document with its requisites as written; what is not given is empty.
     *
     * @param expertList whether it stands in the expert's list, not in the company's
     * @param kind       null where the word is unknown
     * @param citations  how often the Table cites it
     */
    public record Document(
            boolean expertList,
            String code,
            @Nullable DocumentKind kind,
            String title,
            String number,
            String date,
            String issuer,
            String url,
            String year,
            int citations) {}

    /**
     * A Table that was handed in.
     *
     * @param expert the expert's name or code; empty where none is named
     * @param counts whether its scores count, as far as the committee has not decided otherwise
     * @param total  of its scores; null where it has faults
     */
    public record Layer(Assessor assessor, String expert, boolean counts, String file, @Nullable Integer total) {}
}
