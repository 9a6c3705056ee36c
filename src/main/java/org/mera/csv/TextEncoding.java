package org.mera.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the bytes of a file are read as text. */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_1251(Charset.forName("windows-1251"));

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
