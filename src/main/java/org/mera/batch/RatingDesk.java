package org.mera.batch;

import java.util.Optional;

/** Where the published rating is read. What is told is of one revision, also while a run makes the next. */
public interface RatingDesk {

    /** {@return a year as it was published last} Empty where nothing was. Held in memory until a later revision is published. */
    Optional<RatedYear> of(int year);

    /** {@return a company of a year as it was published last} Empty where nothing was, or the year does not know the company. */
    Optional<CompanyRating> company(int year, String id);
}
