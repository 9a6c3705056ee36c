package org.mera.schedule;

import java.util.List;

/** What runs by itself, and when. */
public interface ScheduleDesk {

    /** {@return the jobs of this server that have a schedule, in the order of their files} */
    List<ScheduledJob> jobs();
}
