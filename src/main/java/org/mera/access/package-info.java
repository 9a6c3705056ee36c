/** Who may use the console: users, their roles, passwords and tokens. May import {@code audit}, {@code csv}, {@code database}. */
@NullMarked
package org.mera.access;

import org.jspecify.annotations.NullMarked;
