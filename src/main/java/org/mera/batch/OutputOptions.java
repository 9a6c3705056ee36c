package org.mera.batch;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.PaperSources;
import org.mera.cycle.RunSettings;

/** What shapes the outputs besides the inputs, as text: a change of it makes another revision. */
final class OutputOptions {

    private OutputOptions() {}

    /**
     * {@return the options of these settings} Files that papers are printed by come in with their hashes.
     *
     * @throws org.mera.cycle.CycleException where such a file cannot be read
     */
    static String of(RunSettings settings) {
        String classes = settings.classes().stream()
                .map(band -> band.label() + ">=" + band.from())
                .collect(Collectors.joining(","));
        return "language=" + settings.language().getLanguage() + " reports=" + settings.reports() + papers(settings)
                + " classes=" + classes;
    }

    private static String papers(RunSettings settings) {
        if (!settings.reports()) {
            return "";
        }
        PaperSources sources = settings.paperSources();
        return hash(" papers=", sources.folder()) + hash(" texts=", sources.officialTexts());
    }

    private static String hash(String name, @Nullable Path place) {
        return place == null ? "" : name + PaperSourceFiles.of(place).sha256();
    }
}
