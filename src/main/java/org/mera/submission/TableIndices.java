package org.mera.submission;

import org.mera.methodology.Methodology;

/** Where the fields of the form table stand in a file, by index (0-based); -1 where it has no such column. */
record TableIndices(
        int identity,
        int year,
        int assessor,
        int expert,
        int finality,
        int criterion,
        int directions,
        int sum,
        int[] scores,
        int[] evidence,
        int[] notes) {

    static TableIndices of(Layout layout, Methodology methodology) {
        return new TableIndices(
                layout.indexOf(CompanyRecords.heading(methodology.identification())),
                layout.indexOf("year"),
                layout.indexOf("assessor"),
                layout.indexOf("expert"),
                layout.indexOf("final"),
                layout.indexOf("criterion"),
                layout.indexOf("directions"),
                layout.indexOf("sum"),
                byColumn(layout, methodology, ""),
                byColumn(layout, methodology, "_evidence"),
                byColumn(layout, methodology, "_note"));
    }

    private static int[] byColumn(Layout layout, Methodology methodology, String ending) {
        return methodology.columns().stream()
                .mapToInt(column -> layout.indexOf(column.heading() + ending))
                .toArray();
    }
}
