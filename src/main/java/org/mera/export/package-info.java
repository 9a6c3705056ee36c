/** Ranking and problems as files: CSV, JSON, returns. May import all packages above it. */
@NullMarked
package org.mera.export;

import org.jspecify.annotations.NullMarked;
