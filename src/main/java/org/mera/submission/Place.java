package org.mera.submission;

/**
 * Where a record stands among all that is held of its company, wherever that stands in the files.
 *
 * @param part   which of the company's parts, from 0: its lines of the register, then its ranges, as {@link CompanyFile} orders them
 * @param record which record of that part, from 0
 */
record Place(int part, int record) {}
