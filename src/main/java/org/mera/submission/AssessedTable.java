package org.mera.submission;

import org.jspecify.annotations.Nullable;

/**
 * A Table as it is stored: whose it is, where it stands and its scores.
 *
 * @param expert  the expert's name or code; empty where none is named
 * @param counts  whether its scores are the ones that count
 * @param faulty  whether it, or a document that it cites, has a fault
 * @param first   the place of its first line
 * @param scores  as {@link PackedScores} has them
 * @param records as {@link PackedRecords} has them; null where all criteria stand one behind the other
 */
public record AssessedTable(
        Assessor assessor,
        String expert,
        boolean counts,
        boolean faulty,
        Place first,
        byte[] scores,
        byte @Nullable [] records) {}
