package org.mera.batch;

/** Whether what a server stands on is there. */
public interface HealthDesk {

    /**
     * Asks the database something. {@return its version}
     *
     * @throws RuntimeException when it does not answer
     */
    String database();
}
