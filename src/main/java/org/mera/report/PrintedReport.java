package org.mera.report;

/**
 * A paper that was printed.
 *
 * @param company     empty where it is the committee's
 * @param fingerprint of all that it prints but the revision
 * @param edition     of the templates, styles, fonts and wording
 * @param sha256      of the file
 * @param size        of the file, in bytes
 * @param revision    that it was printed in
 */
public record PrintedReport(
        String company, String fingerprint, String edition, String sha256, long size, int revision) {}
