package org.mera.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CsvRecord;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;

/** Puts one company's lines of the form table together to Tables: one for each assessor. */
final class TableReader {

    /** Whose Table a line belongs to; experts' names ignore case. */
    private record Owner(Assessor assessor, String expert) {

        static Owner of(Assessor assessor, String expert) {
            return new Owner(assessor, Words.lower(expert));
        }
    }

    /**
     * A line that belongs to a Table as far as one can tell, but of which nothing else is checked.
     *
     * @param owner     what it says itself, or null
     * @param neighbour the Table of the line before it, or null
     * @param criterion its number, or {@link PlainDecimal#NONE}
     * @param problem   what is to be said of it in its Table, or null
     */
    private record Loose(
            Part part,
            int line,
            @Nullable Owner owner,
            String expert,
            @Nullable ParsedTable neighbour,
            int criterion,
            @Nullable Problem problem) {}

    private final CompanyRecords records;
    private final TableForm form;
    private final LineReader lineReader;
    private final String company;
    private final int year;
    private final boolean registered;

    private final Map<Owner, ParsedTable> tables = new LinkedHashMap<>();
    private final Map<String, Assessor> assessors = new HashMap<>();
    private final List<Loose> loose = new ArrayList<>(0);
    private final List<Problem> problems = new ArrayList<>(0);
    private boolean hasLines;

    private String lastAssessor = "";
    private String lastExpert = "";
    private String lastUnknown = "";
    /** The Table of the last line, while the lines stand together. */
    private @Nullable ParsedTable together;

    /**
     * @param year       the rated year
     * @param registered whether the register has the company, or is not asked
     */
    TableReader(
            CompanyRecords records,
            TableForm form,
            LineReader lineReader,
            String company,
            int year,
            boolean registered) {
        this.records = records;
        this.form = form;
        this.lineReader = lineReader;
        this.company = company;
        this.year = year;
        this.registered = registered;
    }

    /** {@return every assessor's Table, by file and place} */
    List<ParsedTable> read(List<Part> parts) {
        Part previous = null;
        for (Part part : parts) {
            if (part.layout().form() == Form.TABLE) {
                if (previous == null || !CompanyRecords.areAdjacent(previous, part)) {
                    together = null;
                    lastUnknown = "";
                }
                TableColumns columns = new TableColumns(part.layout(), form.methodology());
                for (CsvRecord line : records.of(part)) {
                    hasLines = true;
                    read(part, columns, line);
                }
                previous = part;
            }
        }
        loose.forEach(this::settle);
        return List.copyOf(tables.values());
    }

    /** {@return whether any line was read, of whatever Table} */
    boolean hasLines() {
        return hasLines;
    }

    /** {@return whether lines are of an assessor that nobody knows} */
    boolean hasUnknownAssessor() {
        return !problems.isEmpty();
    }

    /** {@return what is wrong with lines that belong to no Table} */
    List<Problem> problems() {
        return problems;
    }

    private void read(Part part, TableColumns columns, CsvRecord line) {
        String word = columns.assessor(line);
        String expert = columns.expert(line);
        if (!columns.isComplete(line)) {
            Owner owner = owner(word, expert);
            loosen(part, columns, line, owner, records.wrongFieldCount(part, line));
            return;
        }
        ParsedTable table = together;
        if (table == null || !word.equals(lastAssessor) || !expert.equals(lastExpert)) {
            Owner owner = owner(word, expert);
            if (owner == null) {
                addUnknownAssessor(part, line, word);
                loosen(part, columns, line, null, null);
                return;
            }
            table = tableAt(owner, expert, part.file(), line.number());
            lastAssessor = word;
            lastExpert = expert;
        }
        lastUnknown = "";
        together = table;
        read(table, part.file(), columns, line);
    }

    private void read(ParsedTable table, String file, TableColumns columns, CsvRecord line) {
        String itsYear = columns.year(line);
        if (!itsYear.isEmpty() && PlainDecimal.whole(itsYear) != year) {
            table.wrongYear(file, line.number(), itsYear, year);
        }
        int criterion = criterion(columns, line);
        ParsedLine first = criterion == PlainDecimal.NONE ? null : table.line(criterion);
        if (first != null && first.place() != table.place()) {
            return;
        }
        table.finality().add(columns.finality(line));
        if (criterion == PlainDecimal.NONE) {
            String found = columns.criterion(line);
            table.add(table.problem(ProblemCode.UNKNOWN_CRITERION, file, line.number())
                    .withColumn("criterion")
                    .withValue(found)
                    .withVariant(found.isEmpty() ? "blank" : "")
                    .withDetails(Integer.toString(form.criterionCount())));
        } else if (first != null) {
            table.add(table.problem(ProblemCode.DUPLICATE_CRITERION, file, line.number())
                    .withCriterion(criterion)
                    .withColumn("criterion")
                    .withValue(columns.criterion(line))
                    .withDetails(Integer.toString(first.line().record())));
        } else {
            table.add(lineReader.read(table, file, columns, line, criterion));
        }
    }

    private int criterion(TableColumns columns, CsvRecord line) {
        int number = PlainDecimal.whole(columns.criterion(line));
        return number >= 1 && number <= form.criterionCount() ? number : PlainDecimal.NONE;
    }

    private @Nullable Owner owner(String word, String expert) {
        Assessor assessor = word.isEmpty() ? Assessor.EXPERT : assessors.get(word);
        if (assessor == null) {
            assessor = Words.assessor(word);
            if (assessor != null) {
                assessors.put(word, assessor);
            }
        }
        return assessor == null ? null : Owner.of(assessor, expert);
    }

    private ParsedTable tableAt(Owner owner, String expert, String file, int line) {
        ParsedTable table = tables.get(owner);
        if (table == null) {
            table = newTable(owner, expert, file, line);
        } else if (table != together) {
            table.startPlace(file, line);
        }
        return table;
    }

    private ParsedTable newTable(Owner owner, String expert, String file, int line) {
        ParsedTable table = new ParsedTable(company, owner.assessor, expert, file, line, form.criterionCount());
        tables.put(owner, table);
        return table;
    }

    private void addUnknownAssessor(Part part, CsvRecord line, String word) {
        if (!word.equals(lastUnknown)) {
            problems.add(records.problem(ProblemCode.UNKNOWN_ASSESSOR, part.file(), line.number())
                    .withColumn("assessor")
                    .withValue(word));
            if (!registered) {
                problems.add(records.unknownCompany(part.file(), line.number()));
            }
            lastUnknown = word;
        }
    }

    private void loosen(
            Part part, TableColumns columns, CsvRecord line, @Nullable Owner owner, @Nullable Problem problem) {
        int criterion = criterion(columns, line);
        Problem placed = problem == null || criterion == PlainDecimal.NONE ? problem : problem.withCriterion(criterion);
        loose.add(new Loose(part, line.number(), owner, columns.expert(line), together, criterion, placed));
    }

    /**
     * A line that cannot be read stays with the Table that it names or, where its fields are shifted, with its neighbour's: it must not make a
     * Table of its own and with it a second fault. A line of an unknown assessor belongs to no Table, but no criterion is missing because of it.
     */
    private void settle(Loose line) {
        ParsedTable named = line.owner == null ? null : tables.get(line.owner);
        ParsedTable table = named != null ? named : line.neighbour != null ? line.neighbour : firstAfter(line);
        Problem problem = line.problem;
        if (problem == null) {
            if (table != null && table.expert().equalsIgnoreCase(line.expert)) {
                table.markPresent(line.criterion);
            }
            return;
        }
        if (table == null) {
            Owner owner = line.owner == null ? Owner.of(Assessor.EXPERT, "") : line.owner;
            table = newTable(owner, line.owner == null ? "" : line.expert, line.part.file(), line.line);
        }
        table.addUnreadable(line.part.file(), line.line, line.criterion);
        table.add(problem);
    }

    private @Nullable ParsedTable firstAfter(Loose line) {
        for (ParsedTable table : tables.values()) {
            if (table.file().equals(line.part.file()) && table.firstLine() >= line.line) {
                return table;
            }
        }
        return tables.isEmpty() ? null : tables.values().iterator().next();
    }
}
