package org.mera.committee;

import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know of a registered company.
 *
 * @param expertScores of the final expert, a byte a cell, criterion by criterion, column by column; null where no Table of it counts
 */
public record CompanyState(String name, byte @Nullable [] expertScores) {}
