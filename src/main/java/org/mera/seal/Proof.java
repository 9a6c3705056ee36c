package org.mera.seal;

/**
 * What came of the examination of a set.
 *
 * @param differences    how many were told
 * @param inbox          whether everything was recomputed from the files of an inbox
 * @param files          how many outputs the manifest names
 * @param companies      how many were recomputed; 0 where nothing could be
 * @param manifestSha256 of the manifest, to be compared with the protocol and the log; empty where there is none
 */
public record Proof(int differences, boolean inbox, int files, int companies, String manifestSha256) {}
