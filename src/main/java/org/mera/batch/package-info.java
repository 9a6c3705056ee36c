/** The job: one class a step, chunks, and the door to them for the command line. May import all packages above it. */
@NullMarked
package org.mera.batch;

import org.jspecify.annotations.NullMarked;
