/** The console in the browser and the REST API. May import all packages above it, but never {@code cli}. */
@NullMarked
package org.mera.web;

import org.jspecify.annotations.NullMarked;
