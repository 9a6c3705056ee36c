package org.mera.submission;

/** The cell whose evidence is being read: asked for its text only where something is to be said of it. */
interface CitedCell {

    /** {@return the code of the citation that is being read, as written} */
    String code();

    /** {@return all evidence of the cell, as written} */
    String evidence();
}
