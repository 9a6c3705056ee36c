package org.mera.cycle;

import java.time.ZoneId;

/**
 * When a job runs by itself.
 *
 * @param cron six fields: second, minute, hour, day of the month, month, day of the week
 */
public record Schedule(String cron, ZoneId zone) {}
