package org.mera.submission;

/**
 * A source document with its requisites, as written (texts are empty where nothing is given).
 *
 * @param record  its number in the file (header = 1)
 * @param list    whose list it stands in; a list without an assessor is the company's
 * @param ownList whether the line names the assessor itself
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
