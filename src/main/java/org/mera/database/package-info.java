/** Embedded or external PostgreSQL and its life cycle. Imports no other package of Mera. */
@NullMarked
package org.mera.database;

import org.jspecify.annotations.NullMarked;
