/** Embedded or external PostgreSQL, its life cycle, and COPY into it. Imports no other package of Mera; whoever stores may import it. */
@NullMarked
package org.mera.database;

import org.jspecify.annotations.NullMarked;
