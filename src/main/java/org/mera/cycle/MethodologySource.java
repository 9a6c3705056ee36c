package org.mera.cycle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mera.methodology.Methodologies;
import org.mera.methodology.Methodology;

/** Where a methodology comes from: one that Mera brings along, named by its id, a file, or what a home has stored. */
public sealed interface MethodologySource {

    /** {@return the methodology, read anew} */
    Methodology load();

    /** One that Mera brings along. */
    record Bundled(String id) implements MethodologySource {

        @Override
        public Methodology load() {
            return Methodologies.bundled(id);
        }
    }

    /** A methodology file. */
    record InFile(Path file) implements MethodologySource {

        @Override
        public Methodology load() {
            return Methodologies.load(file);
        }
    }

    /** The text of a methodology that a home has stored. */
    record Stored(String name, String text) implements MethodologySource {

        @Override
        public Methodology load() {
            return Methodologies.parse(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@return what a text names} A plain word is an id, anything else a path, relative to the folder. */
    static MethodologySource of(String text, Path folder) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+)*")
                ? new Bundled(text)
                : new InFile(folder.resolve(text).normalize());
    }
}
