package org.mera.report;

/**
 * A heading of a paper: what a template gives a bookmark level.
 *
 * @param level 1 for the outermost
 * @param page  of the whole paper, from 1
 */
record Heading(int level, String title, int page) {}
