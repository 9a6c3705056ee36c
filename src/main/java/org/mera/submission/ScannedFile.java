package org.mera.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mera.csv.Sha256;
import org.mera.csv.TextEncoding;

/**
 * A sound file of an inventory.
 *
 * @param name    relative to the inbox
 * @param writing how it is written
 */
record ScannedFile(String name, Writing writing) {

    /**
     * How a file is written: the same of nearly all files of a form.
     *
     * @param digest of all the rest, 32 bytes: how a record is understood depends on it
     */
    record Writing(TextEncoding encoding, char delimiter, Layout layout, byte[] digest) {

        static Writing of(String encoding, String delimiter, String form, String columns) {
            String all = String.join("\n", encoding, delimiter, form, columns);
            return new Writing(
                    TextEncoding.valueOf(encoding),
                    delimiter.charAt(0),
                    new Layout(Form.valueOf(form), List.of(columns.split(",", -1))),
                    Sha256.digest().digest(all.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
