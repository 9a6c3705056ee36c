package org.mera.sample;

/**
 * A fault at its place.
 *
 * @param criterion its index (0-based)
 * @param column    its index (0-based)
 */
record Flaw(Fault fault, int criterion, int column) {

    boolean is(Fault other) {
        return fault == other;
    }

    boolean isAt(Fault other, int otherCriterion) {
        return fault == other && criterion == otherCriterion;
    }

    boolean isAt(Fault other, int otherCriterion, int otherColumn) {
        return isAt(other, otherCriterion) && column == otherColumn;
    }
}
