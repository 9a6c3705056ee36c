package org.mera.sample;

/** STAND-IN: written elsewhere. */
public record SampleOptions(int companies, int year, long seed, int faultyPercent) {}
