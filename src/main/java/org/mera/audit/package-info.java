/** Who did what when: the audit log. May import csv (hashes) and database. */
@NullMarked
package org.mera.audit;

import org.jspecify.annotations.NullMarked;
