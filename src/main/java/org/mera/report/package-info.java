/**
 * The committee's papers as PDF: what each of them prints, and the printing. Nobody else sees JasperReports. May import company, methodology, csv,
 * database, cycle, submission, scoring, ranking, and committee and audit once they are there.
 */
@NullMarked
package org.mera.report;

import org.jspecify.annotations.NullMarked;
