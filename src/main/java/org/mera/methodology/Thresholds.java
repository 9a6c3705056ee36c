package org.mera.methodology;

/**
 * When a warning is raised.
 *
 * @param overusedShare the share of a column's cells above 0 that may rest on one document alone, in percent: more is overused
 * @param overusedCells from how many such cells on
 * @param expertGap     by how many units company and expert must differ in a cell
 */
public record Thresholds(int overusedShare, int overusedCells, int expertGap) {}
