package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mera.csv.CsvRecord;
import org.mera.csv.CsvSplitter;
import org.mera.csv.Problem;
import org.mera.csv.ProblemCode;
import org.mera.methodology.Identification;

/** Reads the records of one company; lines of another identity that stand among them are left out. */
final class CompanyRecords {

    private final Identity whose;
    private final String company;
    private String lastIdentity;

    CompanyRecords(Identification identification, String company) {
        whose = new Identity(identification);
        this.company = company;
        lastIdentity = company;
    }

    List<CsvRecord> of(Part part) {
        Range range = part.range();
        List<CsvRecord> records =
                CsvSplitter.split(part.bytes(), part.encoding(), part.delimiter(), range.firstRecord());
        int identity = part.layout().indexOf(whose.field());
        List<CsvRecord> own = new ArrayList<>(records.size());
        for (CsvRecord line : records) {
            if (isOwn(field(line.fields(), identity))) {
                own.add(line);
            }
        }
        return own;
    }

    Problem problem(ProblemCode code, String file, int line) {
        return Problem.of(code, file, line).withCompany(company);
    }

    /** {@return the problem that the register does not have the company} */
    Problem unknownCompany(String file, int line) {
        return problem(ProblemCode.UNKNOWN_COMPANY, file, line)
                .withColumn(whose.field())
                .withValue(company);
    }

    /** {@return the problem of a record that has not the fields that its header announces} */
    Problem wrongFieldCount(Part part, CsvRecord line) {
        String found = Integer.toString(line.fields().size());
        return problem(ProblemCode.WRONG_FIELD_COUNT, part.file(), line.number())
                .withValue(found)
                .withDetails(found, Integer.toString(part.layout().columns().size()));
    }

    /** {@return the heading of the column that says whose a record is} */
    static String heading(Identification identification) {
        return FormColumns.identity(identification).name();
    }

    /** {@return the text of a field} Empty where the record ends before it (-1: where the file has no such column). */
    static String field(List<String> fields, int index) {
        return index >= 0 && index < fields.size() ? fields.get(index) : "";
    }

    /** {@return whether two parts stand together} Only lines of no company and empty ones may stand between. */
    static boolean areAdjacent(Part former, Part latter) {
        return former.file().equals(latter.file())
                && former.range().ordinal() + 1 == latter.range().ordinal();
    }

    /**
     * {@return whether a record has the fields that its header announces} It may be shorter by fields that may be empty, because spreadsheets
     * drop them, and longer by empty ones.
     */
    static boolean isComplete(List<String> fields, List<String> columns, Predicate<String> mayBeEmpty) {
        for (int i = fields.size(); i < columns.size(); i++) {
            if (!mayBeEmpty.test(columns.get(i))) {
                return false;
            }
        }
        for (int i = columns.size(); i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isOwn(String identity) {
        if (identity.equals(lastIdentity)) {
            return true;
        }
        boolean own = whose.parse(identity).filter(company::equals).isPresent();
        if (own) {
            lastIdentity = identity;
        }
        return own;
    }
}
