package org.mera.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** One assessor's Table while it is read and checked, with what is wrong with it. */
final class ParsedTable {

    private final String company;
    private final Assessor assessor;
    private final String expert;
    private final String file;
    private int firstLine;
    private int places = 1;
    private final Set<String> filesToldOf = new HashSet<>();
    private boolean yearTold;
    private final Finality finality = new Finality();
    private final @Nullable ParsedLine[] byCriterion;
    private @Nullable List<ParsedLine> lines;
    private final boolean[] present;
    private final Set<ParsedDocument> cited = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>(0);

    ParsedTable(String company, Assessor assessor, String expert, String file, int firstLine, int criteria) {
        this.company = company;
        this.assessor = assessor;
        this.expert = expert;
        this.file = file;
        this.firstLine = firstLine;
        byCriterion = new ParsedLine[criteria + 1];
        present = new boolean[criteria + 1];
    }

    String company() {
        return company;
    }

    Assessor assessor() {
        return assessor;
    }

    String expert() {
        return expert;
    }

    String file() {
        return file;
    }

    int firstLine() {
        return firstLine;
    }

    Finality finality() {
        return finality;
    }

    /** {@return which place is being read: 0 is the first} */
    int place() {
        return places - 1;
    }

    /** Lines of the Table stand elsewhere too: said once for each further file, and once where they are scattered over one. */
    void startPlace(String otherFile, int line) {
        places++;
        if (filesToldOf.add(otherFile)) {
            problems.add(problem(ProblemCode.DUPLICATE_SUBMISSION, otherFile, line)
                    .withDetails(file, Integer.toString(firstLine), otherFile, Integer.toString(line)));
        }
    }

    /** A line of another year was read: said once. */
    void wrongYear(String otherFile, int line, String found, int year) {
        if (!yearTold) {
            yearTold = true;
            problems.add(problem(ProblemCode.WRONG_YEAR, otherFile, line)
                    .withColumn("year")
                    .withValue(found)
                    .withDetails(Integer.toString(year)));
        }
    }

    /** A line that cannot be read stands in the Table: its criterion counts as present. */
    void addUnreadable(String itsFile, int line, int criterion) {
        if (itsFile.equals(file)) {
            firstLine = Math.min(firstLine, line);
        }
        markPresent(criterion);
    }

    void markPresent(int criterion) {
        if (criterion >= 1 && criterion < present.length) {
            present[criterion] = true;
        }
    }

    void add(ParsedLine line) {
        byCriterion[line.criterion()] = line;
        lines = null;
        present[line.criterion()] = true;
        line.citations().forEach(this::addCited);
    }

    private void addCited(List<Citation> cell) {
        for (int i = 0; i < cell.size(); i++) {
            ParsedDocument document = cell.get(i).document();
            if (document != null && document.isNewTo(this)) {
                cited.add(document);
            }
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    boolean isPresent(int criterion) {
        return present[criterion];
    }

    /** {@return the line of a criterion, or null} */
    @Nullable
    ParsedLine line(int criterion) {
        return byCriterion[criterion];
    }

    /** {@return the lines by criterion, the missing ones missing} */
    List<ParsedLine> lines() {
        if (lines == null) {
            lines = Arrays.stream(byCriterion).filter(Objects::nonNull).toList();
        }
        return lines;
    }

    /** {@return the documents that its cells above 0 cite} */
    Set<ParsedDocument> cited() {
        return cited;
    }

    /** {@return what is wrong with it, each with the severity it has in the Table that counts} */
    List<Problem> problems() {
        return problems;
    }

    boolean isFaulty() {
        return problems.stream().anyMatch(Problem::isError) || cited.stream().anyMatch(ParsedDocument::isFaulty);
    }

    Table table(boolean counts) {
        return table(counts, isFaulty());
    }

    /** {@return the Table that was read} */
    Table table(boolean counts, boolean faulty) {
        List<TableLine> tableLines = lines().stream().map(ParsedLine::line).toList();
        return new Table(assessor, expert, counts, faulty, file, firstLine, tableLines);
    }

    /** {@return a problem of the whole Table} */
    Problem problem(ProblemCode code) {
        return problem(code, file, firstLine);
    }

    /** {@return a problem of a line} */
    Problem problem(ProblemCode code, ParsedLine line) {
        return problem(code, line.file(), line.line().record()).withCriterion(line.criterion());
    }

    Problem problem(ProblemCode code, String itsFile, int line) {
        return Problem.of(code, itsFile, line).withCompany(company);
    }
}
