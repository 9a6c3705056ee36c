package org.mera.submission;

import java.time.LocalDate;
import java.util.List;
import org.mera.methodology.Methodology;

/** Reads once more, without a word about faults, what was handed in for a company and checked. */
final class HandedIn {

    private HandedIn() {}

    /**
     * {@return every assessor's Table}
     *
     * @param year the rated year
     */
    static List<ParsedTable> tables(CompanyFile file, Methodology methodology, int year) {
        TableForm form = new TableForm(methodology);
        CompanyRecords records = new CompanyRecords(methodology.identification(), file.company());
        LineReader lines = new LineReader(form, documents(file, records));
        return new TableReader(records, form, lines, file.company(), year, true).read(file.parts());
    }

    /** {@return every list's documents} */
    static DocumentLists documents(CompanyFile file, Methodology methodology) {
        return documents(file, new CompanyRecords(methodology.identification(), file.company()));
    }

    private static DocumentLists documents(CompanyFile file, CompanyRecords records) {
        return new DocumentReader(records, new DocumentRules(LocalDate.MAX), true).read(file.parts());
    }
}
