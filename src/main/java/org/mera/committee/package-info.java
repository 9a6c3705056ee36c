/**
 * What the committee does over the scores of a rated year: decisions, withdrawals, verifications, approval. May import all that is below ranking, and
 * ranking.
 */
@NullMarked
package org.mera.committee;

import org.jspecify.annotations.NullMarked;
