/** Invented inboxes and empty forms. May import company, methodology, csv. */
@NullMarked
package org.mera.sample;

import org.jspecify.annotations.NullMarked;
