package org.mera.committee;

/**
 * A company that takes no part in the ranking.
 *
 * @param name empty where the register has the company no more
 */
public record WithdrawnCompany(String company, String name, String reason) {}
