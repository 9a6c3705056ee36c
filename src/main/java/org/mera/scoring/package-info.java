/** What it is worth: assessments and results. May import what submission may, and submission. */
@NullMarked
package org.mera.scoring;

import org.jspecify.annotations.NullMarked;
