package org.mera.submission;

import java.util.List;

/**
 * A line of a Table as it was understood.
 *
 * @param place     which of the Table's places it stands in: 0 is the first
 * @param citations by column; empty where the score is not above 0, because the text beside a 0 is free
 * @param sum       as written
 */
record ParsedLine(String file, int place, TableLine line, List<List<Citation>> citations, String sum) {

    int criterion() {
        return line.criterion();
    }

    int score(int column) {
        return line.scores()[column];
    }
}
