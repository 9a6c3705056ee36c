package org.mera.batch;

import java.util.Optional;

/** Where it is read what the committee has done and has to do. */
public interface CommitteeDesk {

    /** {@return all that the committee has done of a year} Empty where nothing was published of it yet. */
    Optional<CommitteeState> of(int year);

    /**
     * {@return some of the companies that are to be verified} Empty where nothing was published of the year yet.
     *
     * @param search part of a name or an identity, in any case; empty: all
     */
    Optional<VerificationPage> toVerify(int year, VerificationPage.Which which, String search, long offset, int limit);
}
