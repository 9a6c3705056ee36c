/** Who is rated: companies, INN, participation. Imports no other package of Mera. */
@NullMarked
package org.mera.company;

import org.jspecify.annotations.NullMarked;
