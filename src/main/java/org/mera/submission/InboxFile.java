package org.mera.submission;

import java.nio.file.Path;
import java.util.Comparator;
import org.mera.csv.CodePoints;

/**
 * A file to be read.
 *
 * @param folder the inbox, or whatever folder the name is relative to
 * @param name   with {@code /}, as problems name the file
 */
public record InboxFile(Path folder, String name) {

    static final Comparator<InboxFile> ORDER = Comparator.comparing(InboxFile::name, CodePoints.ORDER)
            .thenComparing(file -> file.folder().toString(), CodePoints.ORDER);
}
