package org.mera.batch;

import java.nio.file.Path;

/**
 * What came of opening an approved cycle again.
 *
 * @param edition  that was approved
 * @param protocol by which it was
 * @param kept     the folder in which the approved set stays
 */
public record ReopenReport(int year, int edition, String protocol, Path kept) {}
