/** The command line: one class a command. May import all packages above it. */
@NullMarked
package org.mera.cli;

import org.jspecify.annotations.NullMarked;
