package org.mera.submission;

import org.mera.csv.Problem;

/**
 * Who takes what is found in a file of the inbox while it is scanned. What it was given counts only when the scan ends with a file that is not
 * rejected: of a rejected file nothing may stay but its rejection.
 */
public interface ScanSink {

    /** Consecutive records of one company (of the forms table and documents). */
    void range(Range range);

    /** A line of the register (of the form companies). */
    void entry(RegisterEntry entry);

    /** A problem that belongs to the file or to a line of no company: extra-column, bad-inn, spreadsheet-damaged INN… */
    void problem(Problem problem);

    /** The scan of this file begins anew: forget what it gave. */
    void restart();
}
