/** The manifest, the sealed inputs, and how a set of outputs is published whole. May import all packages above it. */
@NullMarked
package org.mera.seal;

import org.jspecify.annotations.NullMarked;
