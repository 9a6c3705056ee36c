package org.mera.export;

import org.mera.submission.Assessor;

/**
 * One assessor's scores as handed in, and where they stand, without their evidence.
 *
 * @param expert  the expert's name or code; empty where none is named
 * @param counts  whether they are the ones that count
 * @param faulty  whether the Table, or a document that it cites, has a fault
 * @param file    relative to the inbox
 * @param records the record that each criterion stands in (header = 1), by criterion; 0 where it is missing
 * @param scores  in units, criterion by criterion, column by column; −1 where blank or not on the scale
 */
public record Layer(
        Assessor assessor, String expert, boolean counts, boolean faulty, String file, int[] records, byte[] scores) {}
