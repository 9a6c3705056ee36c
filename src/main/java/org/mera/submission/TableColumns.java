package org.mera.submission;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mera.csv.CsvRecord;
import org.mera.methodology.Column;
import org.mera.methodology.Methodology;

/** Where the fields of the form table stand in a file; -1 where it has no such column. */
final class TableColumns {

    private final List<String> names;
    private final Set<String> neverEmpty = new HashSet<>();
    private final int year;
    private final int assessor;
    private final int expert;
    private final int finality;
    private final int criterion;
    private final int directions;
    private final int sum;
    private final int[] scores;
    private final int[] evidence;
    private final int[] notes;
    private final List<String> blanks;

    TableColumns(Layout layout, Methodology methodology) {
        names = layout.columns();
        year = layout.indexOf("year");
        assessor = layout.indexOf("assessor");
        expert = layout.indexOf("expert");
        finality = layout.indexOf("final");
        criterion = layout.indexOf("criterion");
        directions = layout.indexOf("directions");
        sum = layout.indexOf("sum");
        int count = methodology.columns().size();
        scores = new int[count];
        evidence = new int[count];
        notes = new int[count];
        blanks = Collections.nCopies(count, "");
        neverEmpty.add(CompanyRecords.heading(methodology.identification()));
        neverEmpty.add("criterion");
        for (int i = 0; i < count; i++) {
            Column column = methodology.columns().get(i);
            scores[i] = layout.indexOf(column.heading());
            evidence[i] = layout.indexOf(column.heading() + "_evidence");
            notes[i] = layout.indexOf(column.heading() + "_note");
            neverEmpty.add(column.heading());
        }
    }

    /** {@return whether a record has the fields that its header announces} Evidence may be empty: beside a 0 it is. */
    boolean isComplete(CsvRecord line) {
        return line.fields().size() == names.size()
                || CompanyRecords.isComplete(line.fields(), names, name -> !neverEmpty.contains(name));
    }

    String year(CsvRecord line) {
        return field(line, year);
    }

    String assessor(CsvRecord line) {
        return field(line, assessor);
    }

    /** {@return whether a record is too short to say who scored, in a file whose records do} */
    boolean endsBeforeAssessor(CsvRecord line) {
        return assessor >= line.fields().size();
    }

    String expert(CsvRecord line) {
        return field(line, expert);
    }

    /** {@return what the line says in the column {@code final}} */
    String finality(CsvRecord line) {
        return field(line, finality);
    }

    String criterion(CsvRecord line) {
        return field(line, criterion);
    }

    String directions(CsvRecord line) {
        return field(line, directions);
    }

    String sum(CsvRecord line) {
        return field(line, sum);
    }

    String score(CsvRecord line, int column) {
        return field(line, scores[column]);
    }

    List<String> evidence(CsvRecord line) {
        return fields(line, evidence);
    }

    List<String> notes(CsvRecord line) {
        return fields(line, notes);
    }

    private static String field(CsvRecord line, int index) {
        return CompanyRecords.field(line.fields(), index);
    }

    private List<String> fields(CsvRecord line, int[] indices) {
        String[] fields = new String[indices.length];
        boolean blank = true;
        for (int i = 0; i < indices.length; i++) {
            fields[i] = field(line, indices[i]);
            blank &= fields[i].isEmpty();
        }
        return blank ? blanks : List.of(fields);
    }
}
