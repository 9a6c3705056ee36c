/** A rated year: job file, cycle, revision, lock. May import methodology. */
@NullMarked
package org.mera.cycle;

import org.jspecify.annotations.NullMarked;
