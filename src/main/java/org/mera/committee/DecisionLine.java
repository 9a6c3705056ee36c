package org.mera.committee;

import org.mera.scoring.ClassDecision;
import org.mera.scoring.Decision;

/** A line of a file of decisions that has no error. */
public sealed interface DecisionLine {

    /** {@return its number in the file, the header's is 1} */
    int record();

    /** {@return whom it is about} */
    String company();

    /** On a cell. */
    record OfCell(int record, Decision decision) implements DecisionLine {

        @Override
        public String company() {
            return decision.company();
        }
    }

    /** On a class. */
    record OfClass(int record, ClassDecision decision) implements DecisionLine {

        @Override
        public String company() {
            return decision.company();
        }
    }
}
