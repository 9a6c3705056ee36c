package org.mera.submission;

/** A check of a Table that was read: it adds what is wrong to the Table's problems, with the severity of the Table that counts. */
interface TableCheck {

    void check(ParsedTable table);
}
