package org.mera.batch;

/**
 * A run that goes on in the background.
 *
 * @param id its number
 */
public record StartedRun(long id, int year) {}
