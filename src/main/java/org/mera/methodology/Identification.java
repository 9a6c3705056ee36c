package org.mera.methodology;

/** How the rated are identified: companies by INN, anything else (cities, parks, zones) by a code of up to 40 characters. */
public enum Identification {
    INN,
    CODE
}
