package org.mera.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Lists of source documents as one packed value. */
final class SourceDocuments {

    private SourceDocuments() {}

    static byte[] pack(List<SourceDocument> documents, PackedTexts texts) {
        for (SourceDocument document : documents) {
            texts.add(document.file());
            texts.add(Integer.toString(document.record()));
            texts.add(document.list().word());
            texts.add(document.ownList() ? "own" : "");
            texts.add(document.code());
            texts.add(document.kind());
            texts.add(document.title());
            texts.add(document.number());
            texts.add(document.date());
            texts.add(document.issuer());
            texts.add(document.url());
            texts.add(document.year());
        }
        return texts.pack();
    }

    static List<SourceDocument> unpack(byte[] packed) {
        Iterator<String> texts = PackedTexts.unpack(packed).iterator();
        List<SourceDocument> documents = new ArrayList<>();
        while (texts.hasNext()) {
            documents.add(new SourceDocument(
                    texts.next(),
                    Integer.parseInt(texts.next()),
                    Assessor.valueOf(texts.next().toUpperCase(Locale.ROOT)),
                    !texts.next().isEmpty(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next(),
                    texts.next()));
        }
        return documents;
    }
}
