/** Records of a CSV file: encoding, scanner, OpenCSV, problems. Imports no other package of Mera. */
@NullMarked
package org.mera.csv;

import org.jspecify.annotations.NullMarked;
