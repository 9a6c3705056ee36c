/** Who stands where: ranking and ranks. May import company, methodology, cycle, scoring. */
@NullMarked
package org.mera.ranking;

import org.jspecify.annotations.NullMarked;
