package org.mera.batch;

import java.time.Duration;
import java.util.Optional;

/** Where it is written down who came in and who was refused, and where somebody who guesses is made to wait. */
public interface LoginDesk {

    /** {@return how long this name, or this address, has to wait before it may try again} Empty where it may try now. */
    Optional<Duration> wait(String name, String address);

    /**
     * Writes down that somebody was refused.
     *
     * @param name as it was typed
     * @param why  for the audit log
     */
    void refused(String name, String address, String why);

    /** Writes down that somebody was refused whom another server had let in. Nobody has to wait for it: no password was guessed. */
    void refusedFromElsewhere(String address, String why);

    /** Writes down that a person came in; earlier failures of the name from this address are forgotten. */
    void cameIn(String name, String address);

    /**
     * Forgets the failures of a name from an address: who knows the password was there. Those from elsewhere stay, or a program that logs in again and
     * again would hide somebody who guesses.
     */
    void forgive(String name, String address);

    /** Writes down that a person has left. */
    void left(String name);
}
