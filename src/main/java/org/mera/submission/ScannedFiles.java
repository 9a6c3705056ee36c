package org.mera.submission;

import java.util.HashMap;
import java.util.Map;

/** Sound files of an inventory by their numbers. */
final class ScannedFiles {

    private final Map<Integer, ScannedFile> byNumber = new HashMap<>();

    void add(int number, ScannedFile file) {
        byNumber.put(number, file);
    }

    /**
     * {@return a file}
     *
     * @throws IllegalStateException when there is none, or it was rejected, so that nothing of it is any company's
     */
    ScannedFile get(int number) {
        ScannedFile file = byNumber.get(number);
        if (file == null) {
            throw new IllegalStateException("File " + number + " of the inventory is not a sound one");
        }
        return file;
    }
}
