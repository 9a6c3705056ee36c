/** What was handed in: forms, evidence, documents, checks. May import company, methodology, csv, cycle. */
@NullMarked
package org.mera.submission;

import org.jspecify.annotations.NullMarked;
