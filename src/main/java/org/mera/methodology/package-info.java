/** What is measured: methodology, sections, criteria, columns, scale. Imports no other package of Mera. */
@NullMarked
package org.mera.methodology;

import org.jspecify.annotations.NullMarked;
