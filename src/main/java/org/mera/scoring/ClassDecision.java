package org.mera.scoring;

import java.time.LocalDate;

/**
 * The committee's class of a company: it counts in place of the one that the indicator falls into.
 *
 * @param company    INN or code
 * @param scoreClass the class's label; empty where the class goes by the scale again
 * @param reason     why it was taken
 * @param protocol   the meeting's minutes
 * @param date       of the protocol
 */
public record ClassDecision(String company, String scoreClass, String reason, String protocol, LocalDate date) {}
