package org.mera.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/**
 * Finds the Table whose scores count: the expert's. Where several experts scored a company, exactly one Table is final; the company's own never
 * counts.
 *
 * @param table    the Table that counts, or null
 * @param problems why none counts
 */
record CountingTable(@Nullable ParsedTable table, List<Problem> problems) {

    /** {@return the Table that counts, of all Tables of a company} */
    static CountingTable among(List<ParsedTable> tables, boolean unknownAssessor) {
        List<ParsedTable> experts = tables.stream()
                .filter(table -> table.assessor() == Assessor.EXPERT)
                .toList();
        if (experts.isEmpty()) {
            return none(tables.isEmpty() || unknownAssessor ? List.of() : List.of(awaitingTheExpert(tables.get(0))));
        }
        List<Problem> undecided = experts.stream()
                .filter(CountingTable::isUndecided)
                .map(CountingTable::undecided)
                .toList();
        if (!undecided.isEmpty()) {
            return none(undecided);
        }
        return experts.size() == 1 ? single(experts.get(0)) : finalOne(experts);
    }

    private static CountingTable single(ParsedTable table) {
        String no = table.finality().notFinal();
        return no.isEmpty()
                ? new CountingTable(table, List.of())
                : none(List.of(noFinal(table, "single").withValue(no)));
    }

    private static CountingTable finalOne(List<ParsedTable> experts) {
        List<ParsedTable> finals =
                experts.stream().filter(table -> table.finality().isFinal()).toList();
        if (finals.isEmpty()) {
            return none(List.of(noFinal(experts.get(0), "none").withDetails(Integer.toString(experts.size()))));
        }
        if (finals.size() == 1) {
            return new CountingTable(finals.get(0), List.of());
        }
        ParsedTable first = finals.get(0);
        return none(List.of(noFinal(finals.get(1), "two")
                .withDetails(Integer.toString(finals.size()), first.file(), Integer.toString(first.firstLine()))));
    }

    private static boolean isUndecided(ParsedTable table) {
        return table.finality().isFinalInPart()
                || !table.finality().unreadable().isEmpty();
    }

    private static Problem undecided(ParsedTable table) {
        String unreadable = table.finality().unreadable();
        return noFinal(table, unreadable.isEmpty() ? "partial" : "word").withValue(unreadable);
    }

    private static Problem noFinal(ParsedTable table, String variant) {
        return table.problem(ProblemCode.NO_FINAL_ASSESSMENT)
                .withColumn("final")
                .withVariant(variant);
    }

    private static Problem awaitingTheExpert(ParsedTable table) {
        return table.problem(ProblemCode.NO_EXPERT_ASSESSMENT).withColumn("assessor");
    }

    private static CountingTable none(List<Problem> problems) {
        return new CountingTable(null, problems);
    }
}
