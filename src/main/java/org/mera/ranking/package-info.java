/** Who stands where: ranking and ranks, and what the rating is like as a whole: statistics. May import company, methodology, csv (the order of texts), cycle, scoring. */
@NullMarked
package org.mera.ranking;

import org.jspecify.annotations.NullMarked;
