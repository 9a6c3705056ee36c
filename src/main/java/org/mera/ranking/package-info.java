/**
 * Who stands where: ranking and ranks, and what the rating is like as a whole: statistics, how far assessors agree, how sensitive places are to
 * scores, and past rankings. May import company, methodology, csv (the order of texts), cycle, scoring, database.
 */
@NullMarked
package org.mera.ranking;

import org.jspecify.annotations.NullMarked;
