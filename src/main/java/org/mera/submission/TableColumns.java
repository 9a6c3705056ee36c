package org.mera.submission;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mera.csv.CsvRecord;
import org.mera.methodology.Methodology;

/** Where the fields of the form table stand in a file; -1 where it has no such column. */
final class TableColumns {

    private final List<String> names;
    private final Set<String> neverEmpty = new HashSet<>();
    private final TableIndices at;
    private final List<String> blanks;

    TableColumns(Layout layout, Methodology methodology) {
        names = layout.columns();
        at = TableIndices.of(layout, methodology);
        int count = methodology.columns().size();
        blanks = Collections.nCopies(count, "");
        neverEmpty.add(CompanyRecords.heading(methodology.identification()));
        neverEmpty.add("criterion");
        methodology.columns().forEach(column -> neverEmpty.add(column.heading()));
    }

    /** {@return whether a record has the fields that its header announces} Evidence may be empty: beside a 0 it is. */
    boolean isComplete(CsvRecord line) {
        return line.fields().size() == names.size()
                || CompanyRecords.isComplete(line.fields(), names, name -> !neverEmpty.contains(name));
    }

    String year(CsvRecord line) {
        return field(line, at.year());
    }

    String assessor(CsvRecord line) {
        return field(line, at.assessor());
    }

    /** {@return whether a record is too short to say who scored, in a file whose records do} */
    boolean endsBeforeAssessor(CsvRecord line) {
        return at.assessor() >= line.fields().size();
    }

    String expert(CsvRecord line) {
        return field(line, at.expert());
    }

    /** {@return what the line says in the column {@code final}} */
    String finality(CsvRecord line) {
        return field(line, at.finality());
    }

    String criterion(CsvRecord line) {
        return field(line, at.criterion());
    }

    String directions(CsvRecord line) {
        return field(line, at.directions());
    }

    String sum(CsvRecord line) {
        return field(line, at.sum());
    }

    String score(CsvRecord line, int column) {
        return field(line, at.scores()[column]);
    }

    List<String> evidence(CsvRecord line) {
        return fields(line, at.evidence());
    }

    List<String> notes(CsvRecord line) {
        return fields(line, at.notes());
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
