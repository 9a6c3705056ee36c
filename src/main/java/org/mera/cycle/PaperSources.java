package org.mera.cycle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an agency prints its papers by, besides what comes with the program.
 *
 * @param folder        with its own templates, styles, fonts, wording and logo; null: none
 * @param officialTexts a CSV file with the criteria's official texts; null: their short titles are printed
 */
public record PaperSources(@Nullable Path folder, @Nullable Path officialTexts) {

    /** Nothing but what comes with the program. */
    public static final PaperSources NONE = new PaperSources(null, null);
}
