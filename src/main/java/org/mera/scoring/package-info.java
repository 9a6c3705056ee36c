/** What it is worth: assessments, the decisions over them, and results. May import what submission may, and submission. */
@NullMarked
package org.mera.scoring;

import org.jspecify.annotations.NullMarked;
