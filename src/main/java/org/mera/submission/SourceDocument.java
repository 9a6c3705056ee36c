package org.mera.submission;

/**
 * A source document with its requisites, as written (texts are empty where nothing is given).
 *
 * @param record its number in the file (header = 1)
 */
public record SourceDocument(
        String file,
        int record,
        Assessor list,
        boolean ownList,
        String code,
        String kind,
        String title,
        String number,
        String date,
        String issuer,
        String url,
        String year) {}
