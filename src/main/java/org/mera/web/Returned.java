package org.mera.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that go back to whoever sent them. Closing deletes them.
 *
 * @param folder in which they lie
 */
record Returned(List<File> files, Path folder) implements AutoCloseable {

    /**
     * One of them.
     *
     * @param name by which it goes back
     */
    record File(String name, Path path) {}

    Returned {
        files = List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        Uploads.delete(folder);
    }
}
