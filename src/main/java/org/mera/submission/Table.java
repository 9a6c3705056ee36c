package org.mera.submission;

import java.util.List;

/**
 * One assessor's Table of one company.
 *
 * @param expert    the expert's name or code; empty where none is named
 * @param counts    whether its scores are the ones that count
 * @param faulty    whether it, or a document that it cites, has a fault
 * @param file      where it stands, relative to the inbox
 * @param firstLine the record of its first line
 * @param lines     by criterion, each criterion once; the missing ones missing
 */
public record Table(
        Assessor assessor,
        String expert,
        boolean counts,
        boolean faulty,
        String file,
        int firstLine,
        List<TableLine> lines) {

    public Table {
        lines = List.copyOf(lines);
    }
}
