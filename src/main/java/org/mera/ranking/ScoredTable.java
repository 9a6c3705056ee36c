package org.mera.ranking;

/**
 * A sound Table of a company, as it was handed in.
 *
 * @param own    whether the company scored itself; else an expert did
 * @param expert his name; empty where he is not named
 * @param counts whether it is the one that counts
 * @param scores in units, a byte a cell, criterion by criterion, column by column; a byte above the scale is no score
 */
public record ScoredTable(boolean own, String expert, boolean counts, byte[] scores) {}
