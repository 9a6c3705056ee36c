/** Who stands where: ranking and ranks. May import company, methodology, csv (the order of texts), cycle, scoring. */
@NullMarked
package org.mera.ranking;

import org.jspecify.annotations.NullMarked;
