/** The job by itself on its date, and who is told how it went. May import all packages above it. */
@NullMarked
package org.mera.schedule;

import org.jspecify.annotations.NullMarked;
