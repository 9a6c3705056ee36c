package org.mera.report;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Draws the six letters before the name of a font of which a PDF has only some characters. Fonts are shared by all threads, each of which writes a
 * document of its own: the letters follow from the document that the thread is closing and from the order of its fonts.
 */
final class SubsetTags extends SecureRandom {

    static final SubsetTags ALL = new SubsetTags();

    private static final long serialVersionUID = 1;
    private static final ThreadLocal<Random> OF_DOCUMENT = new ThreadLocal<>();

    private SubsetTags() {}

    /** Closes a document on this thread; its tags follow from its identifier, whose first eight bytes count. */
    void drawnFrom(byte[] identifier, Runnable closing) {
        OF_DOCUMENT.set(new Random(ByteBuffer.wrap(identifier).getLong()));
        try {
            closing.run();
        } finally {
            OF_DOCUMENT.remove();
        }
    }

    /** {@return the next letter as a share of the alphabet} What OpenPDF asks for, and all that it asks for. */
    @Override
    public double nextDouble() {
        Random ofDocument = OF_DOCUMENT.get();
        return ofDocument == null ? super.nextDouble() : ofDocument.nextDouble();
    }
}
